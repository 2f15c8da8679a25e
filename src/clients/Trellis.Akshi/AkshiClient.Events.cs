namespace Trellis.Akshi;

public sealed partial class AkshiClient
{
    private static readonly EventStreamOptions AsInPython = new() { Resume = false };

    /// <summary>
    /// Reads the AG-UI stream on this thread and hands each event's data to a callback, until the connection closes. Python's
    /// <c>events_sse</c>. <see cref="AkshiEvents.StreamAguiAsync"/> gives the same events with their types. Contract section 3.5.
    /// </summary>
    /// <param name="callback">Is called with the data of one event after the other, on this thread. What it throws ends the reading.</param>
    /// <param name="options">How; <see langword="null"/> for Python's way, in which a stream that breaks is not resumed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AkshiException">The stream cannot be opened, or broke off.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void EventsSse(Action<string> callback, EventStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Transfer.Finish(Events.RunAsync(callback, options ?? AsInPython, Transfer.Blocking, cancellationToken));
    }

    /// <summary>The same without blocking a thread. The callback is called by one thread at a time.</summary>
    /// <inheritdoc cref="EventsSse"/>
    public Task EventsSseAsync(Action<string> callback, EventStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Events.RunAsync(callback, options ?? AsInPython, Transfer.Async, cancellationToken).AsTask();
    }
}
