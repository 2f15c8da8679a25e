using System.Globalization;
using System.Text;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>
/// Tells the audit trail, the subscribers and the other servers that a rule has changed. All of it belongs to the transaction of the change.
/// </summary>
internal sealed class RuleEvents(IAuditLog audit, IWebhookOutbox outbox)
{
    /// <summary>Tells of a change.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="call">The request.</param>
    /// <param name="kind">What has changed.</param>
    /// <param name="rule">The rule as it is now, or as it was when it is gone.</param>
    /// <param name="happened"><c>created</c>, <c>updated</c> or <c>deleted</c>.</param>
    /// <param name="action">What was done, for the audit trail.</param>
    public async ValueTask TellAsync<T>(
        ISqlSession session, AscendCall call, RuleKind<T> kind, StoredRule<T> rule, string happened, string action)
        where T : class
    {
        await GovernanceVersions.MarkRulesAsync(session, call.OrganisationId);
        if (kind.WebhookPrefix is { } prefix && outbox.MayHaveListeners(call.OrganisationId, WebhookEndpoints.Platform, $"{prefix}.{happened}"))
            await outbox.EnqueueAsync(session, Webhook(call, kind, rule, $"{prefix}.{happened}"));

        // The whole rule is kept, so that the trail can tell by what an action was judged at any time.
        await audit.AppendAsync(session, RegistryEvent.Of(
            call,
            $"{kind.Name}_{happened}",
            action,
            (kind.Name, rule.Id.ToString(CultureInfo.InvariantCulture)),
            json => kind.WriteMembers(json, rule.Rule)));
    }

    private static WebhookEvent Webhook<T>(AscendCall call, RuleKind<T> kind, StoredRule<T> rule, string name)
        where T : class => new()
        {
            OrganisationId = call.OrganisationId,
            Platform = WebhookEndpoints.Platform,
            Event = name,
            At = call.At,
            Data = Encoding.UTF8.GetBytes(StoredJson.Text(json => RuleJson.WriteMembers(json, kind, rule, call.OrganisationId))),
        };
}
