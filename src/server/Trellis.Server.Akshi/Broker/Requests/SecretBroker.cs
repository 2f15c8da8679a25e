using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Broker.Grants;
using Trellis.Server.Akshi.Broker.Secrets;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>
/// Sends requests of agents to the addresses that the configuration lists, and adds the secret that the agent never sees (contract, section
/// 5.6). What is not listed is not sent. Safe for concurrent use.
/// </summary>
internal sealed class SecretBroker(
    IAgentDirectory agents, Endpoints endpoints, GrantRegister grants, SecretVault vault, BrokerConnections connections, BrokerReceipts receipts,
    BareUrl bareUrl)
{
    /// <summary>Sends a request.</summary>
    /// <returns>The answer, or the receipt that says why nothing was sent.</returns>
    /// <exception cref="BrokerFailedException">It was sent and no answer came.</exception>
    public async ValueTask<(BrokerReply? Reply, DenyReceipt? Denied)> SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        var (endpoint, secret, reason) = await AdmitAsync(request, cancellationToken);
        if (reason is not null)
            return (null, await DenyAsync(request, reason, cancellationToken));

        try
        {
            var reply = await connections.SendAsync(request, endpoint!, secret, cancellationToken);
            await receipts.SentAsync(request, endpoint!, reply.Status, cancellationToken);
            return (reply, null);
        }
        catch (HttpRequestException error) when (error.InnerException is OutboundRefusedException)
        {
            return (null, await DenyAsync(request, DenyReason.DnsRebinding, cancellationToken));
        }
    }

    private async ValueTask<(BrokerEndpoint? Endpoint, string? Secret, string? Reason)> AdmitAsync(
        BrokerRequest request, CancellationToken cancellationToken)
    {
        if (agents.Find(request.Agent)?.Capabilities.Contains(AgentCapabilities.HttpFetch) is not true)
            return (null, null, DenyReason.CapabilityDenied);
        if (endpoints.Current.Find(request.Agent, request.Url) is not { } endpoint || request.Url.UserInfo.Length > 0)
            return (null, null, DenyReason.NotAllowlisted);
        if (endpoint.SecretName is not { } name)
            return (endpoint, null, null);
        if (await grants.FindAsync(GrantId.Of(endpoint.Agent, endpoint.Domain), cancellationToken) is not { IsActive: true })
            return (null, null, DenyReason.GrantRevoked);

        return await vault.RevealAsync(name, cancellationToken) is { } secret
            ? (endpoint, secret, null)
            : (null, null, DenyReason.SecretMissing);
    }

    private async ValueTask<DenyReceipt> DenyAsync(BrokerRequest request, string reason, CancellationToken cancellationToken)
    {
        var receipt = new DenyReceipt(request.Agent, bareUrl.Of(request.Url), reason);
        await receipts.DeniedAsync(request, receipt, cancellationToken);
        return receipt;
    }
}
