using System.Runtime.InteropServices;

namespace Trellis.Server;

/// <summary>Ctrl+C and its like: the first one asks the server to stop in good order, the second one ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public StopSignals()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT])
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    public CancellationToken Requested => _requested.Token;

    public async Task WaitAsync()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _requested.Token.Register(stopped.SetResult);
        await stopped.Task;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _requested.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_requested.IsCancellationRequested)
            return;

        context.Cancel = true;
        _requested.Cancel();
    }
}
