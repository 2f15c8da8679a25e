using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Requests;

/// <summary>
/// The body of a request that must be a JSON object (or an array, where the route takes one) or empty, read once. Its memory goes back to the pool, cleared, when it is disposed,
/// because it may hold a secret; nothing read from it may be kept longer.
/// </summary>
public sealed class JsonObjectBody : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly Func<ReadOnlySpan<byte>, ArraySegment<byte>> Copy = static body =>
    {
        var copy = ArrayPool<byte>.Shared.Rent(body.Length);
        body.CopyTo(copy);
        return new ArraySegment<byte>(copy, 0, body.Length);
    };

    private readonly ArraySegment<byte> _bytes;
    private readonly bool _allowsArray;
    private JsonDocument? _document;
    private bool _isDisposed;

    private JsonObjectBody(ArraySegment<byte> bytes, bool allowsArray)
    {
        (_bytes, _allowsArray) = (bytes, allowsArray);
        Fault = Parse();
    }

    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The object or array; undefined when the body is empty or something else.</summary>
    public JsonElement Root => Fault is null && _document is not null ? _document.RootElement : default;

    /// <summary>What is wrong with the body, one sentence that does not quote it; null when nothing is.</summary>
    public string? Fault { get; }

    /// <summary>Reads the body. Members given twice, more than 64 levels and invalid UTF-8 are faults.</summary>
    /// <param name="context">The request.</param>
    /// <param name="allowsArray">Whether an array is as good as an object.</param>
    /// <exception cref="BadHttpRequestException">The body is longer than the server takes (413) or broken.</exception>
    public static async ValueTask<JsonObjectBody> ReadAsync(HttpContext context, bool allowsArray = false) =>
        new(await RequestBody.ReadAsync(context, Copy), allowsArray);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        _document?.Dispose();
        ArrayPool<byte>.Shared.Return(_bytes.Array!, clearArray: true);
    }

    private string? Parse()
    {
        if (_bytes.Count == 0)
            return null;
        if (!Utf8.IsValid(_bytes))
            return "The body is not valid UTF-8.";

        try
        {
            _document = JsonDocument.Parse(_bytes.AsMemory(), Strict);
        }
        catch (JsonException error)
        {
            // The message of the parser quotes the input; its position does not.
            return $"The body is not valid JSON; the error is in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. No member may be given twice.";
        }
        catch (InvalidOperationException)
        {
            // The parser compares the names of members, and half of a surrogate pair is no text.
            return "The body is not valid JSON: the name of a member is not Unicode.";
        }

        return _document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => null,
            JsonValueKind.Array when _allowsArray => null,
            _ => _allowsArray ? "The body must be a JSON object or array." : "The body must be a JSON object.",
        };
    }
}
