namespace Trellis.Server.Ascend.Orchestration;

/// <summary>A session in numbers.</summary>
/// <param name="Actions">How many actions.</param>
/// <param name="CumulativeRisk">The sum of their scores.</param>
/// <param name="MaxRisk">The highest score.</param>
/// <param name="MaxDepth">The deepest.</param>
/// <param name="StartedAt">When the first was asked for.</param>
/// <param name="LastActivityAt">When the last changed.</param>
internal sealed record SessionSummary(
    long Actions, long CumulativeRisk, long MaxRisk, long MaxDepth, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt);
