namespace Trellis.Server.Console.Agents;

/// <summary>An agent of either platform as the list shows it.</summary>
/// <param name="Name">What its page is called.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Platform">Whose it is.</param>
/// <param name="Kind">Its type.</param>
/// <param name="State">How it is, as a word.</param>
/// <param name="Reason">Why it is so.</param>
/// <param name="Trust">How far it is trusted; null where nobody says.</param>
/// <param name="Life">Whether it is there, as a word.</param>
/// <param name="LastSeen">Its last sign of life.</param>
internal sealed record AgentLine(
    string Name, string Title, string Platform, string Kind, string State, string? Reason, string? Trust, string? Life, DateTimeOffset? LastSeen)
{
    /// <summary>An agent of ASCEND.</summary>
    public static AgentLine Of(RegisteredAgent agent, AgentHealth health) => new(
        agent.AgentId,
        agent.DisplayName ?? agent.AgentId,
        Platforms.Platform.Ascend,
        agent.AgentType,
        agent.State,
        agent.BlockedReason ?? agent.StatusReason,
        agent.TrustLevel,
        health.Status,
        health.LastHeartbeat);

    /// <summary>An agent of Akshi.</summary>
    public static AgentLine Of(RuntimeAgent agent, DateTimeOffset now) => new(
        agent.Name, agent.Name, Platforms.Platform.Akshi, "runtime", agent.Status, agent.Reason, null, null, agent.LastActivityAt(now));

    /// <summary>Whether a form of the list may activate it.</summary>
    public bool MayBeActivated => Platform == Platforms.Platform.Ascend && State is "draft" or "pending_approval" or "suspended";
}
