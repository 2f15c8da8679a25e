namespace Trellis.Testing;

/// <summary>
/// Passes requests on and keeps them with their answers in a file that a <see cref="SessionPlayer"/> gives back: record once against a real
/// server, then test without one. Secrets are taken out before anything is kept: credentials in headers are not kept at all, members and query
/// parameters with a secret's name and whatever looks like a credential are masked (see <see cref="Redactor"/>). Bodies that are not text are
/// kept as they are. Answers are read whole, so a stream arrives at its end only. Safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// using var recorder = new SessionRecorder("keys.session.json", new HttpClientHandler());
/// using var askii = new AskiiClient(new AskiiClientOptions { Token = token }, new HttpClient(recorder));
/// await askii.Keys.ListAsync();
/// </code>
/// </example>
public sealed class SessionRecorder : DelegatingHandler
{
    private readonly Lock _lock = new();
    private readonly List<RecordedExchange> _exchanges = [];
    private readonly ExchangeReader _reader;
    private readonly string _path;

    /// <summary>Makes a recorder. The file is written anew after each exchange.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inner">What the requests are passed on to; disposed with the recorder.</param>
    /// <param name="redactor">What takes the secrets out; null for <see cref="Redactor.Default"/>.</param>
    public SessionRecorder(string path, HttpMessageHandler inner, Redactor? redactor = null)
        : base(inner)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _reader = new ExchangeReader(redactor ?? Redactor.Default);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = await _reader.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Keep(await _reader.AddAnswerAsync(exchange, response, cancellationToken).ConfigureAwait(false));
        return response;
    }

    private void Keep(RecordedExchange exchange)
    {
        lock (_lock)
        {
            _exchanges.Add(exchange);
            new RecordedSession(_exchanges).Save(_path);
        }
    }
}
