using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference;

/// <summary>Makes a chat request of a prompt.</summary>
internal static class ChatPrompt
{
    /// <summary>A streamed request with one message of the user.</summary>
    /// <exception cref="InferenceException">The prompt is no text: half a surrogate pair, for example.</exception>
    public static ChatRequest Of(string prompt, string model)
    {
        var body = JsonBytes.Object((prompt, model), static (json, ask) =>
        {
            json.WriteString("model"u8, ask.model);
            json.WriteBoolean("stream"u8, true);
            json.WriteStartArray("messages"u8);
            json.WriteStartObject();
            json.WriteString("role"u8, "user"u8);
            json.WriteString("content"u8, ask.prompt);
            json.WriteEndObject();
            json.WriteEndArray();
        });
        return ChatRequestParser.TryParse(body, out var request, out var error)
            ? request.WithModel(model)
            : throw new InferenceException($"The prompt cannot be sent: {error.Message}");
    }
}
