namespace Trellis.Server.Console.Agents;

/// <summary>An agent as ASCEND's registry has it.</summary>
internal sealed record RegisteredAgent
{
    /// <summary>Its own id.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>draft</c>, <c>pending_approval</c>, <c>active</c>, <c>suspended</c>, <c>deprecated</c> or <c>retired</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it has the status.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Why it is blocked; null when it is not.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>Its type.</summary>
    public string AgentType { get; init; } = "";

    /// <summary>How far it is trusted.</summary>
    public string TrustLevel { get; init; } = "";

    /// <summary>Where it works.</summary>
    public string? Environment { get; init; }

    /// <summary>Lower scores go through.</summary>
    public int AutoApproveBelow { get; init; }

    /// <summary>From this score on it takes a person.</summary>
    public int MaxRiskThreshold { get; init; }

    /// <summary>What it says it can do.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Who registered it.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>The state as one word: blocked comes before everything else.</summary>
    public string State => BlockedReason is null ? Status : "blocked";

    /// <summary>Whether somebody may make it active.</summary>
    public bool MayBeActivated => Status is not ("active" or "retired");

    /// <summary>Whether somebody may suspend it.</summary>
    public bool MayBeSuspended => Status is not ("suspended" or "retired");
}
