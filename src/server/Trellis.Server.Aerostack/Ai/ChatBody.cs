using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>Reads chat requests of both generations: the first may leave out what the second must say (contract, sections 2.1.1 and 2.2.9).</summary>
internal static class ChatBody
{
    /// <summary>Reads a request.</summary>
    public static bool TryRead(JsonElement body, [NotNullWhen(true)] out ChatRequest? request, [NotNullWhen(false)] out AerostackError? error)
    {
        (request, error) = (null, null);
        OpenAiError? refusal;
        try
        {
            if (ChatRequestParser.TryParse(JsonBytes.Of(body, Complete), out request, out refusal))
                return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's word for an escape such as \ud800 without its other half.
            error = AerostackErrors.BadRequest("A string of the body is not valid Unicode.");
            return false;
        }

        error = refusal.Param is { } field
            ? new AerostackError(refusal.Status, ErrorCodes.Validation, refusal.Message) { Fields = new() { { field, refusal.Message } } }
            : new AerostackError(refusal.Status, ErrorCodes.Validation, refusal.Message);
        return false;
    }

    private static void Complete(Utf8JsonWriter json, JsonElement body)
    {
        json.WriteStartObject();
        if (body.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in body.EnumerateObject())
            {
                if (member.NameEquals("messages"u8) && member.Value.ValueKind is JsonValueKind.Array)
                    WriteMessages(json, member.Value);
                else if (!member.NameEquals("stream_options"u8) || IsStreamed(body))
                    member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, JsonElement messages)
    {
        json.WriteStartArray("messages"u8);
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind is JsonValueKind.Object)
                WriteMessage(json, message);
            else
                message.WriteTo(json);
        }

        // A model is never asked nothing.
        if (messages.GetArrayLength() == 0)
            WriteMessage(json, default);
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, JsonElement message)
    {
        json.WriteStartObject();
        if (!Has(message, "role"u8))
            json.WriteString("role"u8, "user"u8);
        if (!Has(message, "content"u8))
            json.WriteString("content"u8, ""u8);
        if (message.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in message.EnumerateObject())
            {
                if (member.Value.ValueKind is not JsonValueKind.Null)
                    member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static bool Has(JsonElement message, ReadOnlySpan<byte> name) =>
        message.ValueKind is JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    private static bool IsStreamed(JsonElement body) => body.TryGetProperty("stream"u8, out var stream) && stream.ValueKind is JsonValueKind.True;
}
