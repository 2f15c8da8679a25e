namespace Trellis.Server.Ascend.Limits;

/// <summary>An agent's actions of one span.</summary>
internal sealed record UsageRow(TimeSpan Span, DateTimeOffset StartsAt, long Actions, double Cost);
