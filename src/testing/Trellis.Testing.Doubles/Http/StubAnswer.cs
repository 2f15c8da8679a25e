using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Testing;

/// <summary>
/// What a <see cref="StubTransport"/> does with a request. Immutable: the <c>With</c> methods return a changed copy, and one
/// answer can be given any number of times.
/// </summary>
public sealed class StubAnswer
{
    private readonly HttpStatusCode _status;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly (string Name, string Value)[] _headers;
    private readonly BodyEnd _end;
    private readonly int _deliveredBytes;
    private readonly HttpRequestError? _failure;
    private readonly bool _isSilent;

    private StubAnswer(HttpStatusCode status, ReadOnlyMemory<byte> body, (string Name, string Value)[] headers)
    {
        _status = status;
        _body = body;
        _headers = headers;
        _deliveredBytes = body.Length;
    }

    private StubAnswer(HttpRequestError? failure)
    {
        _headers = [];
        _failure = failure;
        _isSilent = failure is null;
    }

    private StubAnswer(StubAnswer answer, (string Name, string Value)[] headers, BodyEnd end, int deliveredBytes)
        : this(answer._status, answer._body, headers)
    {
        _failure = answer._failure;
        _isSilent = answer._isSilent;
        _end = end;
        _deliveredBytes = Math.Min(deliveredBytes, answer._body.Length);
    }

    /// <summary>Answers with <paramref name="status"/> and no body.</summary>
    public static StubAnswer Status(HttpStatusCode status) => new(status, default, []);

    /// <summary>Answers with <paramref name="status"/> and no body.</summary>
    public static StubAnswer Status(int status) => Status((HttpStatusCode)status);

    /// <summary>Answers with the JSON text <paramref name="json"/>, which is sent as it stands, well-formed or not.</summary>
    public static StubAnswer Json(string json, HttpStatusCode status = HttpStatusCode.OK) => Text(json, "application/json", status);

    /// <summary>Answers with the JSON text <paramref name="json"/>, which is sent as it stands, well-formed or not.</summary>
    public static StubAnswer Json(int status, string json) => Json(json, (HttpStatusCode)status);

    /// <summary>Answers with <paramref name="text"/> in UTF-8.</summary>
    public static StubAnswer Text(string text, string contentType = "text/plain; charset=utf-8", HttpStatusCode status = HttpStatusCode.OK) =>
        Bytes(Encoding.UTF8.GetBytes(text), contentType, status);

    /// <summary>Answers with a copy of <paramref name="body"/>.</summary>
    public static StubAnswer Bytes(
        ReadOnlySpan<byte> body, string contentType = "application/octet-stream", HttpStatusCode status = HttpStatusCode.OK) =>
        new(status, body.ToArray(), [("Content-Type", contentType)]);

    /// <summary>Fails as <see cref="HttpClient"/> does when no connection can be made.</summary>
    /// <param name="error">
    /// What failed: <see cref="HttpRequestError.ConnectionError"/>, <see cref="HttpRequestError.NameResolutionError"/>,
    /// <see cref="HttpRequestError.SecureConnectionError"/> or another value of that type.
    /// </param>
    public static StubAnswer ConnectFailure(HttpRequestError error = HttpRequestError.ConnectionError) => new(error);

    /// <summary>Fails as <see cref="HttpClient"/> does when the peer hangs up before it has sent a status line.</summary>
    public static StubAnswer HangUp() => new(HttpRequestError.ResponseEnded);

    /// <summary>Never answers: the request ends when its token is cancelled, so a timeout of the caller can fire.</summary>
    public static StubAnswer Silence() => new(failure: null);

    /// <summary>Adds a header of the response or of its content. A name given before is replaced only by <c>Content-Type</c>.</summary>
    public StubAnswer WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var kept = IsContentType(name) ? [.. _headers.Where(header => !IsContentType(header.Name))] : _headers;
        return new(this, [.. kept, (name, value)], _end, _deliveredBytes);
    }

    /// <summary>Cuts the connection after <paramref name="bytes"/> bytes of the body: the next read fails.</summary>
    public StubAnswer CutAfter(int bytes) => new(this, _headers, BodyEnd.Cut, bytes);

    /// <summary>Sends no more after <paramref name="bytes"/> bytes of the body: the next read hangs until it is cancelled.</summary>
    public StubAnswer StallAfter(int bytes) => new(this, _headers, BodyEnd.Stall, bytes);

    internal HttpResponseMessage Give(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_isSilent) return Respond(request);
        cancellationToken.WaitHandle.WaitOne();
        throw new OperationCanceledException(cancellationToken);
    }

    internal async Task<HttpResponseMessage> GiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_isSilent) return Respond(request);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }

    private static bool IsContentType(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static HttpRequestException Failure(HttpRequestError error) => error switch
    {
        HttpRequestError.ConnectionError => new(error, "Connection refused.", new SocketException((int)SocketError.ConnectionRefused)),
        HttpRequestError.NameResolutionError => new(error, "No such host is known.", new SocketException((int)SocketError.HostNotFound)),
        HttpRequestError.ResponseEnded => new(error, "The peer hung up.", new HttpIOException(error, "The response ended prematurely.")),
        _ => new(error, $"The transport was told to fail with {error}."),
    };

    private HttpResponseMessage Respond(HttpRequestMessage request)
    {
        if (_failure is { } failure) throw Failure(failure);
        var response = new HttpResponseMessage(_status) { RequestMessage = request, Version = request.Version, Content = MakeContent() };
        foreach (var (name, value) in _headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value)) response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private HttpContent MakeContent() =>
        _end == BodyEnd.Whole ? new ReadOnlyMemoryContent(_body) : new StreamContent(new BrokenBodyStream(_body[.._deliveredBytes], _end));
}
