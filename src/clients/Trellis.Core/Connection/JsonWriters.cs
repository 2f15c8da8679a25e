using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis;

/// <summary>One JSON writer per thread, since making one costs more than most bodies.</summary>
internal static class JsonWriters
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The thread's writer, pointed at <paramref name="output"/>. To be flushed before the thread asks for it again.</summary>
    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        if (_writer is null)
        {
            // Bodies are JSON for a server, never text inside HTML, so only what JSON itself demands is escaped.
            return _writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        _writer.Reset(output);
        return _writer;
    }
}
