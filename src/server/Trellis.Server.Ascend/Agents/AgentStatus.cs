namespace Trellis.Server.Ascend.Agents;

/// <summary>Where an agent is in its life, and which ways lead on (contract, section 2.6).</summary>
internal static class AgentStatus
{
    /// <summary>Registered, and not yet looked at by anybody: judged by the defaults.</summary>
    public const string Draft = "draft";

    /// <summary>Waits for an administrator to activate it.</summary>
    public const string PendingApproval = "pending_approval";

    /// <summary>Judged by its own settings.</summary>
    public const string Active = "active";

    /// <summary>Stopped until it is activated again.</summary>
    public const string Suspended = "suspended";

    /// <summary>May still read.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>Stopped for good.</summary>
    public const string Retired = "retired";

    /// <summary>Whether an agent may go from one state to another; staying is always allowed.</summary>
    public static bool MayBecome(string from, string to) => from == to || to switch
    {
        PendingApproval => from is Draft,
        Deprecated => from is Active,
        _ => from is not Retired,
    };
}
