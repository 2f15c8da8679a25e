using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Aerostack.Http;

/// <summary>JSON as bytes.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON that a function writes about something.</summary>
    public static ReadOnlySpan<byte> Of<T>(T subject, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json, subject);
        return bytes.WrittenSpan;
    }
}
