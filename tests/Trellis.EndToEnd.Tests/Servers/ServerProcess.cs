using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>The real <c>trellis-server</c> in a process of its own, on a free port of the loopback interface.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Announcement = "Trellis is listening on ";

    private readonly DataFolder _data;
    private readonly ServerSettings _settings;
    private readonly ChildProcess _process;

    private ServerProcess(DataFolder data, ServerSettings settings, ChildProcess process, Uri url)
    {
        _data = data;
        _settings = settings;
        _process = process;
        Url = url;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The token that the first start made for a developer.</summary>
    public string DeveloperToken => _data.ReadJson("credentials.json")["askii"]!["token"]!.GetValue<string>();

    /// <summary>What it has written to standard error.</summary>
    public string Errors => _process.Errors;

    /// <summary>Starts a server on a data directory. When the task is done, it listens.</summary>
    public static async Task<ServerProcess> StartAsync(DataFolder data, ServerSettings? settings = null)
    {
        settings ??= new ServerSettings();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(
            BuiltPrograms.Server,
            ["--data", data.Path, "--urls", "http://127.0.0.1:0"],
            settings.Environment,
            onOutput: line =>
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                    listening.TrySetResult(new Uri(line[Announcement.Length..]));
            });
        try
        {
            await Task.WhenAny(listening.Task, process.WaitForExitAsync()).WaitAsync(Patience.Long);
            return listening.Task.IsCompletedSuccessfully
                ? new ServerProcess(data, settings, process, await listening.Task)
                : throw new InvalidOperationException($"trellis-server did not start:\n{process.Errors}{process.Output}");
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once (SIGKILL), without waiting until it is gone.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Stops it in good order (SIGTERM).</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync()
    {
        _process.Terminate();
        return _process.WaitForExitAsync();
    }

    /// <summary>Runs another command of the same program on the same data, while this one runs.</summary>
    public Task<ProgramRun> CommandAsync(params string[] arguments) =>
        ProgramRun.OfAsync(BuiltPrograms.Server, [.. arguments, "--data", _data.Path], _settings.Environment);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
