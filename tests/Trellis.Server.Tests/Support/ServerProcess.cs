using System.Diagnostics;

namespace Trellis.Server.Tests;

/// <summary>The executable while it serves.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Announcement = "Trellis is listening on ";

    private readonly Process _process;
    private readonly Task<string> _error;

    private ServerProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public List<Uri> Urls { get; } = [];

    public int Id => _process.Id;

    public static Task<ServerProcess> StartAsync(params string[] arguments) => StartAsync(1, [], arguments);

    /// <summary>Starts the executable and waits until it says that it listens on as many addresses as expected.</summary>
    public static async Task<ServerProcess> StartAsync(int addresses, Dictionary<string, string> environment, params string[] arguments)
    {
        var server = new ServerProcess(ServerCommand.Start(environment, arguments));
        while (server.Urls.Count < addresses)
        {
            var line = await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            if (line is null)
                throw new InvalidOperationException($"The server stopped before it listened: {await server._error}");
            line.ShouldStartWith(Announcement);
            server.Urls.Add(new Uri(line[Announcement.Length..]));
        }

        return server;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end; the output is what came after the announcement.</summary>
    public async Task<CommandResult> WaitAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(_process.ExitCode, await output, await _error);
    }

    public async Task<CommandResult> StopAsync()
    {
        await SignalAsync("TERM");
        return await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // In good order, so that an ephemeral server takes its directory along.
        if (!_process.HasExited)
            await SignalAsync("TERM");
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
