using System.Buffers;

namespace Trellis.Server.Akshi.Inference.Scoring;

/// <summary>
/// What a prompt looks like, each feature from 0 to 1 (contract, section 5.5, which names the features and not their scales; ours are stated
/// at each).
/// </summary>
internal sealed record PromptFeatures
{
    private const double TokensOfLongPrompt = 2000;
    private const int CharactersPerToken = 4;
    private const double QuestionsOfHardPrompt = 3;
    private const double StepsOfDeepPrompt = 5;

    private static readonly int[] LengthBuckets = [200, 1000, 4000, 16000];
    private static readonly SearchValues<string> CodeMarkers = SearchValues.Create(
        ["```", "{\n", ");\n", "=>", "#include", "def ", "class ", "function ", "SELECT "], StringComparison.Ordinal);

    private static readonly SearchValues<string> ToolHints = SearchValues.Create(
        ["tool", "function call", "call the", "use the", "api", "search for", "fetch"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] StepWords =
        ["step by step", "first", "then", "finally", "because", "therefore", "reason", "explain why", "compare", "prove"];

    /// <summary>Tokens, at four characters each; 2,000 are 1.</summary>
    public required double TokenCount { get; init; }

    /// <summary>Question marks; three are 1.</summary>
    public required double QuestionMark { get; init; }

    /// <summary>1 when there is code, else 0.</summary>
    public required double CodeMarker { get; init; }

    /// <summary>1 when a tool is talked about, else 0.</summary>
    public required double ToolHint { get; init; }

    /// <summary>The length in steps of a quarter: below 200, 1,000, 4,000, 16,000 characters, and above.</summary>
    public required double PromptLengthBucket { get; init; }

    /// <summary>Words of reasoning; five different ones are 1.</summary>
    public required double ReasoningChainDepth { get; init; }

    /// <summary>The share of letters and blanks.</summary>
    public required double NaturalLanguageRatio { get; init; }

    /// <summary>The features of a prompt.</summary>
    public static PromptFeatures Of(string prompt) => new()
    {
        TokenCount = Scale(prompt.Length / (double)CharactersPerToken, TokensOfLongPrompt),
        QuestionMark = Scale(prompt.AsSpan().Count('?'), QuestionsOfHardPrompt),
        CodeMarker = prompt.AsSpan().ContainsAny(CodeMarkers) ? 1 : 0,
        ToolHint = prompt.AsSpan().ContainsAny(ToolHints) ? 1 : 0,
        PromptLengthBucket = LengthBuckets.Count(bound => prompt.Length >= bound) / (double)LengthBuckets.Length,
        ReasoningChainDepth = Scale(StepWords.Count(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase)), StepsOfDeepPrompt),
        NaturalLanguageRatio = prompt.Length == 0 ? 0 : prompt.Count(static letter => char.IsLetter(letter) || letter == ' ') / (double)prompt.Length,
    };

    private static double Scale(double value, double full) => Math.Min(1, value / full);
}
