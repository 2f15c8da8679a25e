using System.Text.Json.Nodes;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>Bodies of chat requests.</summary>
internal static class ChatBody
{
    public const string Path = "/v1/chat/completions";

    public static JsonObject Of(string text = "Hello", string? model = "trellis-echo", bool stream = false, int? maxTokens = 16)
    {
        var body = new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }) };
        if (model is not null)
            body["model"] = model;
        if (stream)
            body["stream"] = true;
        if (maxTokens is not null)
            body["max_completion_tokens"] = maxTokens;
        return body;
    }
}
