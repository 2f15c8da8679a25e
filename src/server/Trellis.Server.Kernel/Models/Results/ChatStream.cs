namespace Trellis.Server.Kernel.Models;

/// <summary>
/// An answer on its way, as server-sent events. Read it once, with <see cref="ReadAsync"/>; then <see cref="Usage"/> is what to bill,
/// and <see cref="FinalEvent"/> what to send when the bill is durable. Not safe for concurrent use. Disposing it, read to its end or
/// not, ends the upstream's work.
/// </summary>
public abstract class ChatStream : ChatResult, IAsyncDisposable
{
    private protected ChatStream()
    {
    }

    /// <summary>
    /// What the model has used so far: right at any moment, also after a cancellation or a failure. Reported by the model once its
    /// report has come, else estimated from the events seen.
    /// </summary>
    public abstract TokenUsage Usage { get; }

    /// <summary>Why the stream ended before its terminator; null while it runs and when it ended well.</summary>
    public abstract ChatFailure? Failure { get; }

    /// <summary>
    /// The bytes that end the caller's stream: the model's own <c>data: [DONE]</c> event, or an error event when it failed. Empty until
    /// <see cref="ReadAsync"/> has ended, and after a cancellation.
    /// </summary>
    public abstract ReadOnlyMemory<byte> FinalEvent { get; }

    /// <summary>
    /// Reads the events before the final one, whole events only, byte for byte as the model wrote them. An event that reports usage
    /// the caller did not ask for is left out. When the upstream fails, the sequence ends and <see cref="Failure"/> says why.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Pieces of the stream. Each is valid until the next is asked for.</returns>
    /// <exception cref="OperationCanceledException">This token was cancelled, or the one given to <see cref="IChatModel.CompleteAsync"/>.</exception>
    public abstract IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends the upstream's work and frees its connection.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return DisposeCoreAsync();
    }

    private protected abstract ValueTask DisposeCoreAsync();
}
