namespace Trellis;

/// <summary>
/// A response whose body is still arriving. Each read has the time that <see cref="ClientOptions.StreamIdleTimeout"/> gives it. Whoever has
/// it disposes it, which closes the connection if the body has not ended. Not safe for concurrent use.
/// </summary>
internal sealed class OpenResponse(
    ApiProtocol protocol, ClientOptions options, FailedCall call, Transfer transfer, HttpResponseMessage response, Stream body) : IDisposable
{
    /// <summary>Reads some of the body, in the form in which the call was made; 0 at its end.</summary>
    /// <exception cref="TrellisException">The body broke off, or nothing arrived for too long.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var limit = options.StreamIdleTimeout;
        using var idle = limit == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(limit, options.TimeProvider);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource?)state)?.Cancel(), idle);
        try
        {
            return await transfer.ReadAsync(body, buffer, idle?.Token ?? cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception) when (idle is { IsCancellationRequested: true })
        {
            throw protocol.CreateException(
                new() { Kind = FailureKind.Timeout, Timeout = TimeoutKind.StreamIdle, TimeoutValue = limit, Cause = exception }, call);
        }
        catch (Exception exception) when (TransportFailure.Covers(exception))
        {
            throw protocol.CreateException(TransportFailure.From(exception), call);
        }
    }

    public void Dispose()
    {
        body.Dispose();
        response.Dispose();
    }
}
