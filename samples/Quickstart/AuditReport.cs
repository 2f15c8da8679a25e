using Microsoft.Extensions.DependencyInjection;
using Trellis.Server;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Samples.Quickstart;

/// <summary>What <c>trellis-server audit verify</c> does, in this process.</summary>
internal static class AuditReport
{
    /// <returns>Whether every chain is intact and there is at least one.</returns>
    public static async Task<bool> VerifyAsync(TrellisServer server, CancellationToken cancellationToken)
    {
        var verifier = new AuditVerifier(server.Services.GetRequiredService<IStore>());
        var isIntact = false;
        await foreach (var chain in verifier.VerifyAllAsync(cancellationToken: cancellationToken))
        {
            isIntact = chain.Status == AuditStatus.Valid && chain.RecordsVerified > 0;
            Console.WriteLine($"   Organisation {chain.OrganisationId}: {chain.Status}, {chain.RecordsVerified} records.");
        }

        return isIntact;
    }
}
