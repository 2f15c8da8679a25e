using Microsoft.Extensions.Hosting;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>No question outlives the agent that asked it: neither a crash nor a stop leaves one that somebody could still answer.</summary>
internal sealed class ApprovalLifetime(AgentApprovals approvals, ApprovalWaits waits) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => approvals.ResolveLeftoversAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => waits.StopAsync();
}
