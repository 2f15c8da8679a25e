using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Ascend.Http;

/// <summary>JSON as bytes.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a value, as it came.</summary>
    public static byte[] Of(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

    /// <summary>An object whose members a function writes about something.</summary>
    public static byte[] Object<T>(T subject, Action<Utf8JsonWriter, T> writeMembers)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            writeMembers(json, subject);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
