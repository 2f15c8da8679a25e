using System.Buffers;

namespace Trellis.Akshi;

/// <summary>
/// Reads one stream of events, one event after the other, over as many connections as that takes. An event counts as received when all of
/// it has arrived, and only then does its id become the place where the stream is resumed; so each event is given once. To be disposed,
/// which closes the connection. Not safe for concurrent use. Contract sections 3.1 and 3.5.
/// </summary>
internal sealed class EventCursor(
    ApiConnection connection, AkshiClientOptions options, ApiRequest<OpenResponse> request, EventStreamOptions settings, Transfer transfer) : IDisposable
{
    private const int PieceSize = 8 * 1024;
    private const int LongestEvent = 16 * 1024 * 1024;

    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceSize);
    private SseParser _parser = new(LongestEvent);
    private OpenResponse? _response;
    private string _lastId = settings.LastEventId ?? "";
    private TimeSpan _delay = settings.ReconnectDelay;
    private bool _hasConnected;
    private int _failures;
    private int _fruitless;

    /// <summary>The next event; <see langword="null"/> at the end of a stream that is not resumed.</summary>
    /// <exception cref="AkshiException">The stream failed for good.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<SseEvent?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Events that wait already need no read, so a cancelled reader would otherwise be given them all.
            cancellationToken.ThrowIfCancellationRequested();
            if (_parser.TryTake(out var next))
            {
                (_lastId, _fruitless) = (next.Id, 0);
                return next;
            }

            var failure = await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
            if (_response is not null)
            {
                continue;
            }

            if (!settings.Resume)
            {
                return null;
            }

            var delay = ReconnectDelays.Delay(_delay, ++_fruitless, failure?.RetryAfter, options.Randomness());
            await transfer.DelayAsync(options.TimeProvider, delay, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Close();
        ArrayPool<byte>.Shared.Return(_piece, clearArray: true);
    }

    /// <summary>Reads a piece. Afterwards there is no connection if it ended, or failed as the result says, in a way that waiting may help against.</summary>
    private async ValueTask<AkshiException?> ReadMoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            _response ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
            var count = await _response.ReadAsync(_piece, cancellationToken).ConfigureAwait(false);
            if (count > 0)
            {
                _parser.Feed(_piece.AsSpan(0, count), isEnd: false);
                _delay = _parser.Retry ?? _delay;
                return null;
            }

            Close();
            return null;
        }
        catch (InvalidDataException exception)
        {
            throw new AkshiProtocolException($"{request.Operation.Name} failed: {exception.Message}", innerException: exception);
        }
        catch (AkshiException exception) when (settings.Resume && _hasConnected && IsPassing(exception))
        {
            Close();
            return exception;
        }
    }

    private async ValueTask<OpenResponse> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await connection.OpenAsync(WithLastId(), transfer, cancellationToken).ConfigureAwait(false);
            _parser = new SseParser(LongestEvent, keepsUnfinished: false, _lastId);
            (_hasConnected, _failures) = (true, 0);
            return response;
        }
        catch (AkshiException exception)
        {
            // A first connection that fails is the caller's to know about, and so is the last that may be tried.
            _hasConnected &= IsPassing(exception) && ++_failures < settings.MaxReconnects;
            throw;
        }
    }

    /// <summary>Whether it may be otherwise a little later.</summary>
    private static bool IsPassing(AkshiException exception) => exception is AkshiTransportException or { Status: 408 or 425 or 429 or >= 500 };

    private ApiRequest<OpenResponse> WithLastId()
    {
        if (_lastId.Length == 0)
        {
            return request;
        }

        var headers = new Dictionary<string, string>(request.Overrides!.Headers!) { ["Last-Event-ID"] = _lastId };
        return request with { Overrides = new CallOverrides { Headers = headers } };
    }

    private void Close()
    {
        _response?.Dispose();
        _response = null;
    }
}
