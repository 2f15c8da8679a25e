using System.Collections.Frozen;

namespace Trellis.Ascend;

/// <summary>The events that a webhook can be told of. Contract section 5.1.</summary>
public static class WebhookEvents
{
    /// <summary>An action was allowed.</summary>
    public const string ActionApproved = "action.approved";

    /// <summary>An action was denied.</summary>
    public const string ActionDenied = "action.denied";

    /// <summary>An action waits for a person.</summary>
    public const string ActionPending = "action.pending";

    /// <summary>An action violated a policy.</summary>
    public const string PolicyViolation = "policy.violation";

    /// <summary>An agent is trusted more or less than before.</summary>
    public const string AgentTrustChanged = "agent.trust_changed";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } =
        new[] { ActionApproved, ActionDenied, ActionPending, PolicyViolation, AgentTrustChanged }.ToFrozenSet(StringComparer.Ordinal);
}
