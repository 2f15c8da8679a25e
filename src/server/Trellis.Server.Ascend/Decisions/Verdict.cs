namespace Trellis.Server.Ascend.Decisions;

/// <summary>The heart of a decision.</summary>
/// <param name="Enforcement">What is done.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal readonly record struct Verdict(EnforcementDecision Enforcement, DecisionSource Source, string Reason)
{
    /// <summary>What becomes of the action.</summary>
    public DecisionStatus Status => Enforcement switch
    {
        EnforcementDecision.AutoApproved => DecisionStatus.Approved,
        EnforcementDecision.Denied => DecisionStatus.Denied,
        _ => DecisionStatus.PendingApproval,
    };
}
