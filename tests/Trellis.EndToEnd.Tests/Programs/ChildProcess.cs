using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>A program that a test started. It ends with the test, or at the latest with the test run.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Running = new();

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    static ChildProcess() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        foreach (var child in Running.Keys)
            child.Kill(withItsOwnChildren: true);
    };

    private ChildProcess(Process process) => _process = process;

    /// <summary>What it has written to standard output.</summary>
    public string Output => Read(_output);

    /// <summary>What it has written to standard error.</summary>
    public string Errors => Read(_errors);

    /// <summary>Starts a program in its own clean environment: no setting of the developer's shell reaches it.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="folder">The working directory; the temporary folder when null.</param>
    /// <param name="onOutput">Is told each line of standard output.</param>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null,
        Action<string>? onOutput = null)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder ?? Path.GetTempPath(),
            },
        };
        ProgramEnvironment.Prepare(process.StartInfo.Environment, environment);

        var child = new ChildProcess(process);
        process.OutputDataReceived += (_, line) => child.Hear(child._output, line.Data, onOutput);
        process.ErrorDataReceived += (_, line) => child.Hear(child._errors, line.Data, null);
        process.Start();
        Running[child] = true;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it has ended and everything it wrote has been read.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience.Long);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a crash does (SIGKILL).</summary>
    public void Kill() => Kill(withItsOwnChildren: false);

    /// <summary>Asks it to end in good order (SIGTERM).</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Presses Ctrl-C (SIGINT).</summary>
    public void Interrupt() => Signal("INT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill(withItsOwnChildren: true);
        await WaitForExitAsync();
        Running.TryRemove(this, out _);
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    private void Kill(bool withItsOwnChildren)
    {
        try
        {
            _process.Kill(withItsOwnChildren);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    private void Hear(StringBuilder text, string? line, Action<string>? listener)
    {
        if (line is null)
            return;

        lock (text)
            text.AppendLine(line);
        listener?.Invoke(line);
    }
}
