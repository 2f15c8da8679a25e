using System.Net;

namespace Trellis.Testing;

/// <summary>
/// Answers from a file that a <see cref="SessionRecorder"/> wrote, without a network. A request gets the first answer, not given yet, that was
/// recorded for the same method, path, query and body; what was masked in the file counts as the same. Safe for concurrent use.
/// </summary>
public sealed class SessionPlayer : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<RecordedExchange> _left;
    private readonly ExchangeReader _reader;

    /// <summary>Reads a session.</summary>
    /// <param name="path">The file.</param>
    /// <param name="redactor">The same as it was recorded with; null for <see cref="Redactor.Default"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no session; the message says why.</exception>
    public SessionPlayer(string path, Redactor? redactor = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _left = [.. RecordedSession.Load(path).Exchanges];
        _reader = new ExchangeReader(redactor ?? Redactor.Default);
    }

    /// <summary>The requests of the session that nobody made yet, as <c>METHOD PATH</c>. A copy.</summary>
    public IReadOnlyList<string> Left
    {
        get
        {
            lock (_lock)
                return [.. _left.Select(static exchange => exchange.ToString())];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="UnrecordedRequestException">The session has no answer left for this request.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = Take(await _reader.ReadAsync(request, cancellationToken).ConfigureAwait(false));
        var response = new HttpResponseMessage((HttpStatusCode)exchange.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(exchange.Received?.ToBytes() ?? []),
        };
        foreach (var (name, value) in exchange.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private RecordedExchange Take(RecordedExchange asked)
    {
        lock (_lock)
        {
            var index = _left.FindIndex(exchange => exchange.Answers(asked));
            if (index < 0)
                throw new UnrecordedRequestException(asked, _left);

            var exchange = _left[index];
            _left.RemoveAt(index);
            return exchange;
        }
    }
}
