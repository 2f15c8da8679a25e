using System.Runtime.InteropServices;

namespace Trellis.Cli;

/// <summary>Turns the first Ctrl-C, or the first request to terminate, into a cancellation; a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption(CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
        ];
    }

    /// <summary>Is cancelled when the user wants the command to stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code that tells the shell which signal it was.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Interrupted;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        if (context.Signal == PosixSignal.SIGTERM)
        {
            ExitCode = ExitCodes.Terminated;
        }

        _source.Cancel();
    }
}
