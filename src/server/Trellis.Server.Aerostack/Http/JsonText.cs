using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Aerostack.Http;

/// <summary>Writes JSON as text or bytes, for the store.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>The JSON that a function writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write) => Of(write, static (json, write) => write(json));

    /// <summary>The JSON that a function writes about something.</summary>
    public static string Of<T>(T subject, Action<Utf8JsonWriter, T> write)
    {
        var buffer = Interlocked.Exchange(ref _buffer, null) ?? new ArrayBufferWriter<byte>(2048);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json, subject);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        _buffer = buffer;
        return text;
    }
}
