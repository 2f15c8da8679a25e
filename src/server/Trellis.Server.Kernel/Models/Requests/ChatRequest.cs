using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// A valid chat request, made by <see cref="ChatRequestParser"/>: the body as it came, and what the server itself needs of it.
/// Immutable.
/// </summary>
public sealed class ChatRequest
{
    internal ChatRequest()
    {
    }

    private ChatRequest(ChatRequest other, string model)
    {
        Body = other.Body;
        Model = model;
        Stream = other.Stream;
        IncludeUsage = other.IncludeUsage;
        Choices = other.Choices;
        MaxCompletionTokens = other.MaxCompletionTokens;
        Stop = other.Stop;
        Prompt = other.Prompt;
    }

    /// <summary>The body as the caller sent it, members that the server does not know included.</summary>
    public JsonElement Body { get; internal init; }

    /// <summary>The model the caller asks for; null when it names none.</summary>
    public string? Model { get; internal init; }

    /// <summary>Whether the answer is to be streamed.</summary>
    public bool Stream { get; internal init; }

    /// <summary>Whether the caller wants the stream to end with an event that reports usage (<c>stream_options.include_usage</c>).</summary>
    public bool IncludeUsage { get; internal init; }

    /// <summary>How many choices the caller wants (<c>n</c>), at least 1.</summary>
    public int Choices { get; internal init; } = 1;

    /// <summary>The caller's limit on the tokens of one choice (<c>max_completion_tokens</c> or <c>max_tokens</c>); null for none.</summary>
    public long? MaxCompletionTokens { get; internal init; }

    /// <summary>The texts that end an answer (<c>stop</c>); empty for none.</summary>
    public IReadOnlyList<string> Stop { get; internal init; } = [];

    internal PromptSize Prompt { get; init; }

    /// <summary>The same request for another model, for example the default one of a key.</summary>
    public ChatRequest WithModel(string model)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        return new ChatRequest(this, model);
    }
}
