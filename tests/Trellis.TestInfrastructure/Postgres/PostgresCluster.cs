using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Trellis.TestInfrastructure.Postgres;

/// <summary>
/// A database cluster of our own in a temporary folder, on a free loopback port, with a password, durable as in production, and ordering
/// text by a language so that code which relies on byte order shows. Stops and is deleted when the test process ends.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string User = "trellis";
    private const int LinesKept = 50;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"trellis-postgres-{Guid.NewGuid():N}");
    private readonly string _password = RandomNumberGenerator.GetHexString(24);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _port = FreePort.Next();
    private Process? _process;

    private string ConnectionString => $"Host=127.0.0.1;Port={_port};Username={User};Password={_password};Database=postgres";

    /// <summary>Makes and starts a cluster.</summary>
    /// <returns>The connection string of its superuser.</returns>
    public static async Task<string> StartAsync(string binaries)
    {
        var cluster = new PostgresCluster();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        await cluster.InitialiseAsync(binaries);
        await cluster.RunAsync(binaries);
        return cluster.ConnectionString;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false } running)
        {
            // SIGQUIT: end at once but tidily; SIGKILL would leave the children and the shared memory behind.
            using var kill = Process.Start("kill", ["-QUIT", $"{running.Id}"]);
            kill.WaitForExit();
            running.WaitForExit();
        }

        _process?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task InitialiseAsync(string binaries)
    {
        // Written by the user that initdb runs as, who could not read ours.
        var passwordFile = $"{_folder}.password";
        await RunToEndAsync(_password, "sh", "-c", "umask 077; cat > \"$0\"", passwordFile);
        await RunToEndAsync(
            "", Path.Combine(binaries, "initdb"),
            "--pgdata", _folder, "--username", User, "--pwfile", passwordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C", "--locale-provider", "icu", "--icu-locale", "en-US");
        File.Delete(passwordFile);
    }

    private static async Task RunToEndAsync(string input, string command, params string[] commandArguments)
    {
        var (program, arguments) = UnprivilegedUser.Command(command, commandArguments);
        var outcome = await ProcessRunner.RunAsync(program, arguments, input);
        if (outcome.ExitCode != 0)
            throw new InvalidOperationException($"{command} failed with exit code {outcome.ExitCode}: {outcome.Errors}{outcome.Output}");
    }

    private async Task RunAsync(string binaries)
    {
        var (program, arguments) = UnprivilegedUser.Command(
            Path.Combine(binaries, "postgres"),
            "-D", _folder, "-h", "127.0.0.1", "-p", $"{_port}", "-k", "", "-c", "max_connections=300", "-c", "shared_buffers=64MB");
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, WorkingDirectory = "/" },
            EnableRaisingEvents = true,
        };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(
            new InvalidOperationException($"PostgreSQL ended before it was ready: {string.Join(Environment.NewLine, _log)}"));
        _process.Start();
        _process.BeginErrorReadLine();
        await _ready.Task;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;

        _log.Enqueue(line);
        while (_log.Count > LinesKept)
            _log.TryDequeue(out _);

        if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            _ready.TrySetResult();
    }
}
