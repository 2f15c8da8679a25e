using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>A real server of its own process, on a free loopback port, with a temporary directory.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const int Attempts = 5;

    private readonly string _directory;
    private readonly string[] _arguments;
    private Process? _process;

    private RedisServer(string directory, string[] arguments)
    {
        _directory = directory;
        _arguments = arguments;
    }

    public int Port { get; private set; }

    public string Url => $"redis://127.0.0.1:{Port}";

    private int ProcessId => _process!.Id;

    /// <summary>Starts a server, or skips the test where there is none.</summary>
    public static async Task<RedisServer> StartAsync(params string[] arguments)
    {
        RedisServerExecutable.SkipIfMissing();
        var server = new RedisServer(Directory.CreateTempSubdirectory("trellis-redis-").FullName, arguments);
        for (var attempt = 1; ; attempt++)
        {
            server.Port = FreePort();
            var output = await server.TryStartAsync();
            if (output is null)
                return server;

            // Somebody else may have taken the port between our look and the server's.
            if (attempt == Attempts || !output.Contains("in use", StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException($"redis-server did not start:\n{output}");
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Sends one command as a line and returns the first line of the answer.</summary>
    public async Task<string> AskAsync(string command) => (await AskAllAsync(command)).Split("\r\n")[0];

    /// <summary>Sends one command as a line and returns the whole answer as it was on the wire.</summary>
    public async Task<string> AskAllAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{command}\r\nQUIT\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Ends the process at once, as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again, empty, on the same port.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        if (await TryStartAsync() is { } output)
            throw new InvalidOperationException($"redis-server did not start again:\n{output}");
    }

    /// <summary>Stops the process without ending it: it accepts connections, in its listen queue, and answers nothing.</summary>
    public async Task PauseAsync()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("A process can be paused here on Linux only, with SIGSTOP.");

        await SignalAsync("STOP");
        while (!(await File.ReadAllTextAsync($"/proc/{ProcessId}/stat")).Contains(") T ", StringComparison.Ordinal))
            await Task.Yield();
    }

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{ProcessId}"]);
        await kill.WaitForExitAsync();
    }

    private async Task<string?> TryStartAsync()
    {
        string[] basics = ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _directory];
        var start = new ProcessStartInfo(RedisServerExecutable.Path!, [.. basics, .. _arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        var ready = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        return await ready.Task;

        void Note(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
                if (line is null)
                    ready.TrySetResult(output.ToString());
                else if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                    ready.TrySetResult(null);
            }
        }
    }
}
