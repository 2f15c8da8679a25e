using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Actions;

/// <summary>Which actions to list.</summary>
/// <param name="AgentId">Of this agent; null for all.</param>
/// <param name="Status">With this status; null for all.</param>
/// <param name="Limit">So many.</param>
/// <param name="Offset">After so many.</param>
internal sealed record ActionFilter(string? AgentId, string? Status, int Limit, int Offset)
{
    private const int TopScore = 100;

    /// <summary>Of this level; null for all.</summary>
    public RiskLevel? Level { get; init; }

    /// <summary>Whose agent, type or resource has this text somewhere, in any case; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>The lowest score of the level.</summary>
    public int LowestScore => Level is { } level ? RiskBands.LowestScore(level) : 0;

    /// <summary>The highest score of the level.</summary>
    public int HighestScore => Level switch
    {
        null or RiskLevel.Critical => TopScore,
        { } level => RiskBands.LowestScore(level + 1) - 1,
    };

    /// <summary>The text as a pattern of LIKE with <c>\</c> as its escape; null for all.</summary>
    public string? Pattern => Text is null
        ? null
        : $"%{Text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
