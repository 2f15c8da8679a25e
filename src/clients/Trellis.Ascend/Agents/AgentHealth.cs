using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>How an agent is. Contract section 2.10.</summary>
public sealed record AgentHealth : AscendAnswer
{
    /// <summary>The agent.</summary>
    public string AgentId { get; init => field = value ?? ""; } = "";

    /// <summary><c>online</c>, <c>degraded</c> or <c>offline</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it was heard of last.</summary>
    public DateTimeOffset? LastHeartbeat { get; init; }

    /// <summary>For how long it has been online, in seconds.</summary>
    public double? UptimeSeconds { get; init; }

    /// <summary>What else is known.</summary>
    public JsonNode? Metadata { get; init; }
}
