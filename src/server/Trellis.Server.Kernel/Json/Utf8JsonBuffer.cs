using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Kernel.Json;

/// <summary>
/// A JSON writer with its memory, lent to the thread that asks: answers and documents are written many times a second, and none needs memory of
/// its own before it is whole. Given back by disposing, on the thread that took it; not safe for concurrent use.
/// </summary>
public sealed class Utf8JsonBuffer : IDisposable
{
    // One very large answer must not pin its memory to the thread for good.
    private const int LargestKept = 256 * 1024;

    // The texts travel as application/json, never inside HTML, so letters of all languages may stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Utf8JsonBuffer? _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(2048);

    private Utf8JsonBuffer() => Json = new Utf8JsonWriter(_bytes, Options);

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>What has been written. Valid until the buffer is given back or written to.</summary>
    public ReadOnlySpan<byte> WrittenSpan
    {
        get
        {
            Json.Flush();
            return _bytes.WrittenSpan;
        }
    }

    /// <summary>Takes an empty buffer.</summary>
    public static Utf8JsonBuffer Rent()
    {
        var buffer = _spare ?? new Utf8JsonBuffer();
        _spare = null;
        return buffer;
    }

    /// <summary>Gives the buffer back, emptied: it held a key, perhaps.</summary>
    public void Dispose()
    {
        _bytes.Clear();
        Json.Reset();
        if (_bytes.Capacity <= LargestKept)
            _spare = this;
    }
}
