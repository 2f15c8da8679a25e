namespace Trellis.Server.Ascend.Orchestration;

/// <summary>The sessions of an organisation in numbers.</summary>
internal sealed record OrchestrationStats(long Sessions, long ActiveSessions, long Actions, long CumulativeRisk, long MaxRisk, long MaxDepth);
