using Trellis.Server.Ascend.Agents;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>Tells webhooks that an agent is trusted more or less, in the transaction that changes it (contract, section 5.2). Safe for concurrent use.</summary>
internal sealed class TrustEvents(IWebhookOutbox outbox)
{
    /// <summary>Tells of a change; nothing when the level is what it was.</summary>
    public ValueTask<int> ChangedAsync(ISqlSession session, Agent before, Agent after, string? reason, DateTimeOffset at)
    {
        if (before.TrustLevel == after.TrustLevel
            || !outbox.MayHaveListeners(after.OrganisationId, WebhookEndpoints.Platform, EventNames.TrustChanged))
        {
            return new ValueTask<int>(0);
        }

        return outbox.EnqueueAsync(session, new WebhookEvent
        {
            OrganisationId = after.OrganisationId,
            Platform = WebhookEndpoints.Platform,
            Event = EventNames.TrustChanged,
            Data = JsonBytes.Object((before, after, reason), static (json, change) =>
            {
                json.WriteString("agent_id"u8, change.after.AgentId);
                json.WriteString("old_level"u8, change.before.TrustLevel);
                json.WriteString("new_level"u8, change.after.TrustLevel);
                json.WriteString("reason"u8, change.reason);
            }),
            At = at,
            Subject = after.AgentId,
        });
    }
}
