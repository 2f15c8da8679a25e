using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Ai;

/// <summary>A <see cref="ChatCompletion"/> as it is printed.</summary>
internal sealed record PrintedCompletion(string Response, string? Model, string? FinishReason, ChatUsage? Usage)
{
    public static PrintedCompletion Of(ChatCompletion completion) =>
        new(completion.Text, completion.Model, completion.Choices is [var first, ..] ? first.FinishReason : null, completion.Usage);
}
