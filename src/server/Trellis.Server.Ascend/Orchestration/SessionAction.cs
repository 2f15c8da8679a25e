namespace Trellis.Server.Ascend.Orchestration;

/// <summary>An action of a session.</summary>
internal sealed record SessionAction(
    long Id, string AgentId, string ActionType, string Resource, string Status, long RiskScore, long? Depth, DateTimeOffset CreatedAt);
