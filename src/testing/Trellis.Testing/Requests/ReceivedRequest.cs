using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Testing;

/// <summary>One request as it reached a <see cref="TrellisServer"/>. Safe for concurrent use; the body and the status come in while the request runs.</summary>
public sealed class ReceivedRequest
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Lock _lock = new();
    private readonly int _mostBytes;
    private int? _status;

    internal ReceivedRequest(int number, HttpRequest request, int mostBytes)
    {
        Number = number;
        Method = request.Method;
        Path = request.Path.Value ?? "";
        Query = request.QueryString.Value ?? "";
        Headers = request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _mostBytes = mostBytes;
    }

    /// <summary>The place of this request among all that the server received, from 1.</summary>
    public int Number { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path, unescaped, without the query.</summary>
    public string Path { get; }

    /// <summary>The query with its question mark; empty when there was none.</summary>
    public string Query { get; }

    /// <summary>The headers, credentials included; names in any case, repeated values joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>As much of the body as the server has read, up to <see cref="TestServerOptions.MaxRecordedBodyBytes"/>. A copy.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            lock (_lock)
                return _body.WrittenSpan.ToArray();
        }
    }

    /// <summary><see cref="Body"/> read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The status that was answered; null before that, and when the caller hung up first.</summary>
    public int? Status
    {
        get
        {
            lock (_lock)
                return _status;
        }
    }

    /// <summary><see cref="Body"/> read as JSON.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonElement ReadJson()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }

    /// <summary>The value of the header <paramref name="name"/>, or null when it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Method, path and status. Query, headers and body are left out, since they may carry credentials.</summary>
    public override string ToString() => $"{Method} {Path} -> {Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer yet"}";

    internal void Answered(int status)
    {
        lock (_lock)
            _status = status;
    }

    internal void Read(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
            _body.Write(bytes[..Math.Min(bytes.Length, _mostBytes - _body.WrittenCount)]);
    }
}
