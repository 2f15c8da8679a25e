namespace Trellis.Server.Ascend.Decisions;

/// <summary>What happens to an action whose risk is neither below automatic approval nor at the agent's maximum.</summary>
internal enum BetweenThresholds
{
    /// <summary>It is approved. The default.</summary>
    Allow,

    /// <summary>A person has to approve, unless a policy allows it.</summary>
    RequireApproval,
}
