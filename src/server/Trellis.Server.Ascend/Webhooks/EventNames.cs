namespace Trellis.Server.Ascend.Webhooks;

/// <summary>The events that webhooks tell of (contract, section 5.1).</summary>
internal static class EventNames
{
    public const string ActionSubmitted = "action.submitted";
    public const string ActionApproved = "action.approved";
    public const string ActionDenied = "action.denied";
    public const string ActionPending = "action.pending";
    public const string ActionCompleted = "action.completed";
    public const string ActionFailed = "action.failed";
    public const string PolicyViolation = "policy.violation";
    public const string PolicyViolated = "policy.violated";
    public const string PolicyCreated = "policy.created";
    public const string PolicyUpdated = "policy.updated";
    public const string PolicyDeleted = "policy.deleted";
    public const string TrustChanged = "agent.trust_changed";
    public const string ApprovalTimeout = "approval.timeout";
    public const string AlertCreated = "alert.created";

    /// <summary>What a test sends; nobody can subscribe to it.</summary>
    public const string Test = "webhook.test";

    /// <summary>All of them, each with what it means and whether the SDKs know it.</summary>
    public static IReadOnlyList<(string Name, string Meaning, bool IsOfSdk)> All { get; } =
    [
        (ActionApproved, "An action was approved, by the rules or by a person.", true),
        (ActionDenied, "An action was denied, by the rules, by a person, or because the time of its approval was over.", true),
        (ActionPending, "An action waits for a person.", true),
        (PolicyViolation, "An action violates policies.", true),
        (TrustChanged, "The trust level of an agent has changed.", true),
        (ApprovalTimeout, "The time of an approval was over.", false),
        (ActionSubmitted, "An action was submitted, whatever was decided.", false),
        (ActionCompleted, "An agent reported that an approved action was done.", false),
        (ActionFailed, "An agent reported that an approved action failed.", false),
        (AlertCreated, "An alert was raised.", false),
        (PolicyViolated, "An action violates policies: policy.violation by the name that it has outside of the SDKs.", false),
        (PolicyCreated, "A policy was made.", false),
        (PolicyUpdated, "A policy was replaced, activated or deactivated.", false),
        (PolicyDeleted, "A policy was removed.", false),
    ];

    /// <summary>Whether somebody may subscribe to an event: administrators to all, with <c>*</c> too, the SDKs to the five they know.</summary>
    public static bool MaySubscribe(string name, bool isAdmin) =>
        All.Any(known => known.Name == name && (isAdmin || known.IsOfSdk)) || (isAdmin && name == Kernel.Webhooks.WebhookSubscription.AllEvents);
}
