using Trellis.Server.Ascend.Actions;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>
/// Tells webhooks of actions, in the transaction that changes them. Where nobody listens it costs nothing: the facts are not even written
/// down. Safe for concurrent use.
/// </summary>
internal sealed class ActionEvents(IWebhookOutbox outbox)
{
    /// <summary>An action was submitted and decided.</summary>
    public ValueTask<int> SubmittedAsync(ISqlSession session, ActionFacts facts) => EnqueueAsync(
        session,
        facts,
        EventNames.ActionSubmitted,
        facts.Action.Status switch
        {
            ActionStatus.Approved => EventNames.ActionApproved,
            ActionStatus.Denied => EventNames.ActionDenied,
            _ => EventNames.ActionPending,
        },
        facts.Violations.Count > 0 ? EventNames.PolicyViolation : null,
        facts.Violations.Count > 0 ? EventNames.PolicyViolated : null,
        facts.AlertId is null ? null : EventNames.AlertCreated);

    /// <summary>A person decided an action that waited; its row says how.</summary>
    public ValueTask<int> DecidedAsync(ISqlSession session, ActionFacts facts) =>
        EnqueueAsync(session, facts, facts.Action.Status == ActionStatus.Approved ? EventNames.ActionApproved : EventNames.ActionDenied);

    /// <summary>Nobody decided in time, and so the action is denied.</summary>
    public ValueTask<int> TimedOutAsync(ISqlSession session, ActionFacts facts) =>
        EnqueueAsync(session, facts, EventNames.ApprovalTimeout, EventNames.ActionDenied);

    /// <summary>An agent reported how an approved action ended.</summary>
    public ValueTask<int> ClosedAsync(ISqlSession session, ActionFacts facts) =>
        EnqueueAsync(session, facts, facts.Status == ActionStatus.Completed ? EventNames.ActionCompleted : EventNames.ActionFailed);

    /// <summary>Tells of any events about an action; null is none.</summary>
    public ValueTask<int> EnqueueAsync(ISqlSession session, ActionFacts facts, params ReadOnlySpan<string?> names)
    {
        byte[]? data = null;
        List<WebhookEvent>? events = null;
        foreach (var name in names)
        {
            if (name is null || !outbox.MayHaveListeners(facts.Action.OrganisationId, WebhookEndpoints.Platform, name))
                continue;

            (events ??= []).Add(new WebhookEvent
            {
                OrganisationId = facts.Action.OrganisationId,
                Platform = WebhookEndpoints.Platform,
                Event = name,
                Data = data ??= facts.ToJson(),
                At = facts.Action.UpdatedAt,
                Subject = facts.Action.AgentId,
            });
        }

        return events is null ? new ValueTask<int>(0) : outbox.EnqueueAsync(session, events);
    }
}
