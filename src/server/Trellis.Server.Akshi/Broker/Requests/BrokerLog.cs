using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Writes the receipt of each request of an agent, sent or denied (contract, section 5.8).</summary>
internal sealed class BrokerLog(IStore store, IAuditLog audit, RuntimeOwner owner)
{
    /// <summary>A request was sent and answered.</summary>
    public ValueTask SentAsync(BrokerRequest request, BrokerEndpoint endpoint, int status, CancellationToken cancellationToken) =>
        AppendAsync(request, AuditOutcome.Success, AuditData.Object(json =>
        {
            json.WriteString("url"u8, BareUrl.Of(request.Url));
            json.WriteString("domain"u8, endpoint.Domain);
            json.WriteNumber("status"u8, status);
        }), cancellationToken);

    /// <summary>A request was not sent.</summary>
    public ValueTask DeniedAsync(BrokerRequest request, DenyReceipt receipt, CancellationToken cancellationToken) =>
        AppendAsync(request, AuditOutcome.Denied, AuditData.Object(json =>
        {
            json.WriteString("url"u8, receipt.Url);
            json.WriteString("reason"u8, receipt.Reason);
        }), cancellationToken);

    private async ValueTask AppendAsync(BrokerRequest request, string outcome, AuditData data, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        await store.WriteAsync(session => audit.AppendAsync(session, new AuditEvent
        {
            OrganisationId = organisation,
            Platform = TokenEvents.Platform,
            EventType = "brokered_request",
            ActorId = request.Agent,
            ResourceType = "endpoint",
            ResourceId = request.Url.IdnHost,
            Action = request.Method,
            Outcome = outcome,
            Data = data,
        }), cancellationToken);
    }
}
