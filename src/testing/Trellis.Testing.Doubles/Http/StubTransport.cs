namespace Trellis.Testing;

/// <summary>
/// The end of an <see cref="HttpClient"/> without a network: it records each request and gives scripted answers, to
/// asynchronous and synchronous calls alike. Safe for concurrent use; parallel requests take the answers in order of arrival.
/// </summary>
public sealed class StubTransport : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly Queue<StubAnswer> _script = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly Func<RecordedRequest, StubAnswer>? _answer;

    /// <summary>Makes a transport that gives <paramref name="answers"/>, one per request, and those added later.</summary>
    public StubTransport(params StubAnswer[] answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var answer in answers) Enqueue(answer);
    }

    /// <summary>Makes a transport that asks <paramref name="answer"/> for each request that finds no scripted answer.</summary>
    /// <param name="answer">Called on the thread of the request, so possibly on several at a time.</param>
    public StubTransport(Func<RecordedRequest, StubAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answer = answer;
    }

    /// <summary>The requests received so far, in order of arrival. A copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_gate) return _requests.ToArray();
        }
    }

    /// <summary>The request received last.</summary>
    /// <exception cref="InvalidOperationException">No request arrived yet.</exception>
    public RecordedRequest LastRequest =>
        Requests is [.., var last] ? last : throw new InvalidOperationException("No request reached the transport.");

    /// <summary>How many scripted answers have not been given yet.</summary>
    public int AnswersLeft
    {
        get
        {
            lock (_gate) return _script.Count;
        }
    }

    /// <summary>Adds <paramref name="answer"/> to the end of the script, as often as <paramref name="times"/> says.</summary>
    /// <returns>This transport, so that a script reads as one sentence.</returns>
    public StubTransport Enqueue(StubAnswer answer, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        lock (_gate)
        {
            for (var i = 0; i < times; i++) _script.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Makes a client on this transport, without a timeout of its own. The transport survives the client.</summary>
    public HttpClient CreateClient(string? baseAddress = null) => new(this, disposeHandler: false)
    {
        BaseAddress = baseAddress is null ? null : new Uri(baseAddress),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : ReadBody(request.Content, cancellationToken);
        return Answer(request, body).Give(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return await Answer(request, body).GiveAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static byte[] ReadBody(HttpContent content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer, context: null, cancellationToken);
        return buffer.ToArray();
    }

    private StubAnswer Answer(HttpRequestMessage request, byte[] body)
    {
        RecordedRequest recorded;
        lock (_gate)
        {
            recorded = new RecordedRequest(_requests.Count + 1, request, body);
            _requests.Add(recorded);
            if (_script.TryDequeue(out var scripted)) return scripted;
        }

        return _answer?.Invoke(recorded) ?? throw new UnansweredRequestException(recorded);
    }
}
