using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Writes messages as OpenAI's API has them: each result of a function is a message of its own.</summary>
internal static class MessageWriter
{
    public static JsonArray Write(IEnumerable<ChatMessage> messages, string? instructions)
    {
        var written = new JsonArray();
        if (instructions is { Length: > 0 })
        {
            written.Add((JsonNode)new JsonObject { ["role"] = "system", ["content"] = instructions });
        }

        foreach (var message in messages)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
            {
                written.Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = Text(result) });
            }

            if (message.Role != ChatRole.Tool)
            {
                Add(written, message);
            }
        }

        return written;
    }

    private static void Add(JsonArray written, ChatMessage message)
    {
        JsonNode[] calls = [.. message.Contents.OfType<FunctionCallContent>().Select(Call)];
        var content = Content(message);
        if (calls.Length == 0 && content is null && message.Contents.OfType<FunctionResultContent>().Any())
        {
            return;
        }

        var node = new JsonObject { ["role"] = message.Role.Value, ["content"] = content ?? (calls.Length > 0 ? null : "") };
        if (message.AuthorName is { Length: > 0 } name)
        {
            node["name"] = name;
        }

        if (calls.Length > 0)
        {
            node["tool_calls"] = new JsonArray(calls);
        }

        written.Add((JsonNode)node);
    }

    private static JsonNode? Content(ChatMessage message)
    {
        JsonNode[] parts = [.. message.Contents.Select(Part).OfType<JsonNode>()];
        return parts.Length == 0 ? null
            : message.Contents.Any(static content => content is UriContent or DataContent) ? new JsonArray(parts)
            : JsonValue.Create(message.Text);
    }

    private static JsonObject? Part(AIContent content) => content switch
    {
        TextContent { Text: var text } => new JsonObject { ["type"] = "text", ["text"] = text },
        UriContent image when image.HasTopLevelMediaType("image") => Image(image.Uri.OriginalString),
        DataContent image when image.HasTopLevelMediaType("image") => Image(image.Uri),
        UriContent or DataContent => throw new NotSupportedException("Of what is no text, only images can be sent to this chat."),
        _ => null,
    };

    private static JsonObject Image(string url) => new() { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = url } };

    private static JsonObject Call(FunctionCallContent call) => new()
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = call.Name,
            ["arguments"] = new JsonObject((call.Arguments ?? new Dictionary<string, object?>())
                .Select(static argument => KeyValuePair.Create(argument.Key, JsonValues.Convert(argument.Value)))).ToJsonString(),
        },
    };

    private static string Text(FunctionResultContent result) => result switch
    {
        { Result: string text } => text,
        { Result: null, Exception: not null } => "The function failed.",
        _ when JsonValues.Convert(result.Result) is { } node => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(),
        _ => "null",
    };
}
