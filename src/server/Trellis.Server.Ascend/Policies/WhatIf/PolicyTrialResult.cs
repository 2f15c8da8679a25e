using Trellis.Server.Ascend.Actions;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>What would be decided about an action without a policy and with it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Without">As things are.</param>
/// <param name="With">As they would be.</param>
/// <param name="PolicyId">The number of the policy that is tried.</param>
internal sealed record PolicyTrialResult(StoredAction Action, Judgement Without, Judgement With, long PolicyId)
{
    /// <summary>Whether the policy concerns the action.</summary>
    public bool Matches => With.Rules.Policies.Any(policy => policy.Id == PolicyId);

    /// <summary>Whether the decision would be another one.</summary>
    public bool Changes => With.Decision.Status != Without.Decision.Status;
}
