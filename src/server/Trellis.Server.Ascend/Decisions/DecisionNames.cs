namespace Trellis.Server.Ascend.Decisions;

/// <summary>The words of decisions on the wire (contract, section 2.3).</summary>
internal static class DecisionNames
{
    /// <summary>The word of <c>status</c>.</summary>
    public static string Of(DecisionStatus status) => status switch
    {
        DecisionStatus.Approved => "approved",
        DecisionStatus.PendingApproval => "pending_approval",
        _ => "denied",
    };

    /// <summary>The word of <c>enforcement_decision</c>.</summary>
    public static string Of(EnforcementDecision decision) => decision switch
    {
        EnforcementDecision.AutoApproved => "auto_approved",
        EnforcementDecision.PendingApproval => "pending_approval",
        EnforcementDecision.Escalated => "escalated",
        _ => "denied",
    };

    /// <summary>The word of <c>enforcement_decision_source</c>.</summary>
    public static string Of(DecisionSource source) => source switch
    {
        DecisionSource.Threshold => "threshold",
        DecisionSource.Policy => "policy",
        DecisionSource.SmartRule => "smart_rule",
        DecisionSource.CodeAnalysis => "code_analysis",
        _ => "prompt_security",
    };
}
