using System.CommandLine;

namespace Trellis.Server;

/// <summary><c>trellis-server serve</c>, and <c>trellis-server</c> alone: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    public static IReadOnlyList<Option> Options { get; } =
    [
        ServerOptions.Data, ServerOptions.Urls, ServerOptions.Store, ServerOptions.Blobs, ServerOptions.Ephemeral, ServerOptions.Bootstrap,
        ServerOptions.Faults, ServerOptions.Insecure, ServerOptions.LogLevel,
    ];

    public static Command Create()
    {
        var command = new Command("serve", "Run the server until Ctrl+C. The same as no command.");
        foreach (var option in Options)
            command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        using var stop = new StopSignals();
        using var export = OtlpExport.Start(OtlpVariables.Read());
        var options = ServeSettings.Read(ServerConfiguration.Load(ServerOptions.Read(line)));
        await using var server = await StartAsync(options, stop.Requested);
        if (server is null)
            return ExitCode.Success;

        Announce(server, options, line.InvocationConfiguration);
        await stop.WaitAsync();
        return ExitCode.Success;
    }

    private static async Task<TrellisServer?> StartAsync(TrellisServerOptions options, CancellationToken stop)
    {
        try
        {
            return await TrellisServer.StartAsync(options, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static void Announce(TrellisServer server, TrellisServerOptions options, InvocationConfiguration console)
    {
        if (options.DataDirectory is null)
            console.Error.WriteLine($"Everything is kept in {server.DataDirectory} and removed on stop.");
        if (server.Credentials is not null)
        {
            console.Error.WriteLine($"The credentials are in {Path.Combine(server.DataDirectory, DataFiles.Credentials)}; in a shell:");
            console.Error.WriteLine($"  eval \"$(trellis-server env --data {ShellQuote.Bash(server.DataDirectory)})\"");
        }

        foreach (var url in server.Urls)
            console.Output.WriteLine($"Trellis is listening on {url.ToString().TrimEnd('/')}");
        console.Output.Flush();
    }
}
