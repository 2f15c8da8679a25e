using System.Text;
using System.Text.Json;

namespace Trellis.Testing;

/// <summary>One request as it reached a <see cref="StubTransport"/>. Immutable.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(int number, HttpRequestMessage request, byte[] body)
    {
        Number = number;
        Method = request.Method;
        Uri = request.RequestUri ?? throw new ArgumentException("A request needs an address.", nameof(request));
        Version = request.Version;
        Headers = ReadHeaders(request);
        Body = body;
    }

    /// <summary>The place of this request among all that the transport received, from 1.</summary>
    public int Number { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The absolute address, with the query.</summary>
    public Uri Uri { get; }

    /// <summary>The path of <see cref="Uri"/>, escaped as sent, without the query.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>The HTTP version that the client asked for.</summary>
    public Version Version { get; }

    /// <summary>The headers of request and content; names in any case, repeated values joined by <c>, </c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as sent; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body read as JSON.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement ReadJson()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }

    /// <summary>The value of the header <paramref name="name"/>, or null when it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Method and address. Headers and body are left out, since they carry credentials.</summary>
    public override string ToString() => $"{Method} {Uri}";

    private static Dictionary<string, string> ReadHeaders(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated) headers[name] = string.Join(", ", (IEnumerable<string>)values);
        if (request.Content is null) return headers;
        foreach (var (name, values) in request.Content.Headers.NonValidated) headers[name] = string.Join(", ", (IEnumerable<string>)values);
        return headers;
    }
}
