using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Reads an answer of OpenAI's API, and the plain one of Aerostack's first version. Members of another type than expected count as absent.</summary>
internal static class AnswerReader
{
    public static ChatResponse Read(JsonObject answer)
    {
        var response = new ChatResponse
        {
            ResponseId = Text(answer["id"]),
            ModelId = Text(answer["model"]),
            CreatedAt = Created(answer["created"]),
            Usage = Usage(answer["usage"]),
            RawRepresentation = answer,
        };
        foreach (var choice in (answer["choices"] as JsonArray ?? []).OfType<JsonObject>())
        {
            response.Messages.Add(Message(choice["message"] as JsonObject ?? [], response.ResponseId));
            response.FinishReason ??= Finish(choice["finish_reason"]);
        }

        if (response.Messages.Count == 0)
        {
            response.Messages.Add(new ChatMessage(ChatRole.Assistant, Text(answer["response"]) ?? ""));
        }

        return response;
    }

    public static FunctionCallContent Call(string id, string name, string arguments) => FunctionCallContent.CreateFromParsedArguments(
        arguments.Length == 0 ? "{}" : arguments,
        id,
        name,
        static text => ((JsonObject)JsonNode.Parse(text)!).ToDictionary(
            static member => member.Key, static object? (member) => member.Value is null ? null : JsonElement.Parse(member.Value.ToJsonString())));

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static ChatFinishReason? Finish(JsonNode? node) => Text(node) is { Length: > 0 } reason ? new ChatFinishReason(reason) : null;

    public static DateTimeOffset? Created(JsonNode? node) => Number(node) is > 0 and < 253402300800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static UsageDetails? Usage(JsonNode? node) => node is JsonObject usage
        ? new UsageDetails
        {
            InputTokenCount = Number(usage["prompt_tokens"]),
            OutputTokenCount = Number(usage["completion_tokens"]),
            TotalTokenCount = Number(usage["total_tokens"]),
        }
        : null;

    public static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static ChatMessage Message(JsonObject message, string? id)
    {
        var contents = new List<AIContent>();
        if (Text(message["content"]) is { Length: > 0 } text)
        {
            contents.Add(new TextContent(text));
        }

        if (Text(message["refusal"]) is { Length: > 0 } refusal)
        {
            contents.Add(new ErrorContent(refusal) { ErrorCode = "refusal" });
        }

        foreach (var call in (message["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var function = call["function"] as JsonObject;
            contents.Add(Call(Text(call["id"]) ?? "", Text(function?["name"]) ?? "", Text(function?["arguments"]) ?? ""));
        }

        return new ChatMessage(ChatRole.Assistant, contents) { MessageId = id };
    }
}
