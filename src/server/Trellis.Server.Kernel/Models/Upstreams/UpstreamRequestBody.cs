using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Writes the body that goes to an upstream: the caller's own, every member as it was written, but for the model's name and, in a
/// stream, the wish for a usage report.
/// </summary>
internal static class UpstreamRequestBody
{
    public static ReadOnlyMemory<byte> Write(ChatRequest request, string model, bool askForUsage)
    {
        var output = new ArrayBufferWriter<byte>(JsonText.RawLength(request.Body) + 128);
        using (var writer = new Utf8JsonWriter(output, OpenAiJson.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var member in request.Body.EnumerateObject())
            {
                if (!member.NameEquals("model"u8) && !(askForUsage && member.NameEquals("stream_options"u8)))
                {
                    WriteMember(writer, member);
                }
            }

            if (askForUsage)
            {
                WriteStreamOptions(writer, request.Body);
            }

            writer.WriteString("model"u8, model);
            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static void WriteStreamOptions(Utf8JsonWriter writer, JsonElement body)
    {
        writer.WriteStartObject("stream_options"u8);
        if (body.TryGetProperty("stream_options"u8, out var options) && options.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in options.EnumerateObject())
            {
                if (!member.NameEquals("include_usage"u8))
                {
                    WriteMember(writer, member);
                }
            }
        }

        // Last, because readers that take names in any case keep the last of several.
        writer.WriteBoolean("include_usage"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        writer.WritePropertyName(member.Name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
    }
}
