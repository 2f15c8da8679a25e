using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Writes which functions the model may call. Tools that are no functions have no form in this API and are left out.</summary>
internal static class ToolWriter
{
    public static void Write(JsonObject body, ChatOptions options)
    {
        JsonNode[] tools = [.. (options.Tools ?? []).OfType<AIFunctionDeclaration>().Select(Function)];
        if (tools.Length == 0)
        {
            return;
        }

        body["tools"] = new JsonArray(tools);
        if (options.AllowMultipleToolCalls is { } several)
        {
            body["parallel_tool_calls"] = several;
        }

        JsonNode? choice = options.ToolMode switch
        {
            NoneChatToolMode => "none",
            AutoChatToolMode => "auto",
            RequiredChatToolMode { RequiredFunctionName: { } name } =>
                new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } },
            RequiredChatToolMode => "required",
            _ => null,
        };
        if (choice is not null)
        {
            body["tool_choice"] = choice;
        }
    }

    private static JsonObject Function(AIFunctionDeclaration function) => new()
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = function.Name,
            ["description"] = function.Description,
            ["parameters"] = JsonNode.Parse(function.JsonSchema.GetRawText()),
        },
    };
}
