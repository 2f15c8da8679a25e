namespace Trellis.Server.Console.Agents;

/// <summary>Something that an agent has found.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Ts">When.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">Where.</param>
/// <param name="Summary">What.</param>
/// <param name="Detail">More of it.</param>
internal sealed record AgentFinding(long Seq, DateTimeOffset Ts, string Severity, string File, string Summary, string? Detail);
