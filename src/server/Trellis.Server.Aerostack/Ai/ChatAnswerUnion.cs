using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>A completion, with the member <c>response</c> of the first generation beside its own (contract, section 2.2.9).</summary>
internal sealed class ChatAnswerUnion(ReadOnlyMemory<byte> completion) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        using var document = JsonDocument.Parse(completion);
        json.WriteString("response"u8, TextOf(document.RootElement));
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.NameEquals("response"u8))
                continue;

            json.WritePropertyName(member.Name);
            json.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
        }
    }

    private static string TextOf(JsonElement completion)
    {
        try
        {
            return ContentOf(completion) ?? "";
        }
        catch (InvalidOperationException)
        {
            // A model's text may hold half a surrogate pair; the completion below tells it as it is.
            return "";
        }
    }

    private static string? ContentOf(JsonElement completion) =>
        completion.TryGetProperty("choices"u8, out var choices) && choices.ValueKind is JsonValueKind.Array && choices.GetArrayLength() > 0
        && choices[0].TryGetProperty("message"u8, out var message) && message.ValueKind is JsonValueKind.Object
        && message.TryGetProperty("content"u8, out var content) && content.ValueKind is JsonValueKind.String
            ? content.GetString()
            : null;
}
