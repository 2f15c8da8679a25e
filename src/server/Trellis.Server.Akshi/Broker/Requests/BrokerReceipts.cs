using Trellis.Server.Akshi.Receipts;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Attests each request of an agent, sent or denied (contract, section 5.8).</summary>
internal sealed class BrokerReceipts(IReceipts receipts, BareUrl bareUrl)
{
    /// <summary>A request was sent and answered.</summary>
    public async ValueTask SentAsync(BrokerRequest request, BrokerEndpoint endpoint, int status, CancellationToken cancellationToken) =>
        await receipts.AppendAsync(
            NewReceipt.Of(request.Agent, ReceiptKinds.Http, json =>
            {
                json.WriteString("method"u8, request.Method);
                json.WriteString("url"u8, bareUrl.Of(request.Url));
                json.WriteString("domain"u8, endpoint.Domain);
                json.WriteNumber("status"u8, status);
            }),
            cancellationToken);

    /// <summary>A request was not sent.</summary>
    public async ValueTask DeniedAsync(BrokerRequest request, DenyReceipt denied, CancellationToken cancellationToken) =>
        await receipts.AppendAsync(
            NewReceipt.Of(request.Agent, ReceiptKinds.Denial, json =>
            {
                json.WriteString("method"u8, request.Method);
                json.WriteString("url"u8, denied.Url);
                json.WriteString("reason"u8, denied.Reason);
            }),
            cancellationToken);
}
