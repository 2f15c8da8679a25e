using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>What the simulator answers to a request; the same request always gets the same reply.</summary>
internal sealed class EchoReply
{
    /// <summary>The most tokens a choice has, whatever the request allows.</summary>
    public const int MaxTokens = 4_096;

    private EchoReply(string id, IReadOnlyList<string> tokens, string finishReason, TokenUsage usage)
    {
        Id = id;
        Tokens = tokens;
        FinishReason = finishReason;
        Usage = usage;
    }

    /// <summary>The completion's id, made of the request's digest.</summary>
    public string Id { get; }

    /// <summary>The reply of each choice.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary><c>length</c> when the limit of tokens cut the reply, else <c>stop</c>.</summary>
    public string FinishReason { get; }

    /// <summary>What the whole completion uses.</summary>
    public TokenUsage Usage { get; }

    /// <summary>
    /// Replies <c>You said: </c> and the last user message's text, cut before the first stop text and at the limit of tokens,
    /// the request's or <see cref="MaxTokens"/>. Tools, response formats and sampling have no effect.
    /// </summary>
    public static EchoReply To(ChatRequest request)
    {
        var messages = request.Body.GetProperty("messages"u8);
        var text = CutAtStop(Compose(messages), request.Stop);
        var tokens = EchoTokens.Of(text);
        var limit = (int)Math.Min(request.MaxCompletionTokens ?? MaxTokens, MaxTokens);
        var isCut = limit < tokens.Count;
        if (isCut)
        {
            tokens.RemoveRange(limit, tokens.Count - limit);
        }

        // One for each message stands for its role.
        var prompt = messages.EnumerateArray().Sum(static message => 1L + EchoTokens.Of(ChatMessages.TextOf(message)).Count);
        return new EchoReply(
            IdOf(request.Body), tokens, isCut ? "length" : "stop", new TokenUsage(prompt, (long)request.Choices * tokens.Count));
    }

    private static string Compose(JsonElement messages)
    {
        var text = messages.EnumerateArray()
            .Where(static message => message.GetProperty("role"u8).ValueEquals("user"u8))
            .Select(ChatMessages.TextOf)
            .LastOrDefault("");
        return text.Length > 0 ? "You said: " + text : "You sent no text.";
    }

    private static string CutAtStop(string text, IReadOnlyList<string> stops)
    {
        var end = stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(static at => at >= 0).DefaultIfEmpty(text.Length).Min();
        return text[..end];
    }

    private static string IdOf(JsonElement body) =>
        "chatcmpl-" + Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(body)).AsSpan(0, 12));
}
