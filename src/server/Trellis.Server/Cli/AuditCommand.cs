using System.CommandLine;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

/// <summary><c>trellis-server audit verify</c>: checks that the audit records are what they were, from the store alone.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", $"Verify the audit chains and name the first bad record. Exit code {ExitCode.AuditBroken} if there is one.")
        {
            ServerOptions.Data,
            ServerOptions.Store,
        };
        verify.SetAction(VerifyAsync);
        return new Command("audit", "Look after the audit records.") { verify };
    }

    private static async Task<int> VerifyAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var output = line.InvocationConfiguration.Output;
        var configuration = ServerConfiguration.Load(ServerOptions.Read(line));
        await using var store = await StoredData.OpenStoreAsync(configuration, cancellationToken);

        var chains = 0;
        var broken = 0;
        await foreach (var chain in Verify(store, cancellationToken))
        {
            chains++;
            broken += chain.Status == AuditStatus.Valid ? 0 : 1;
            output.WriteLine(Describe(chain));
        }

        if (chains == 0)
            output.WriteLine("There are no audit records yet.");
        return broken == 0 ? ExitCode.Success : ExitCode.AuditBroken;
    }

    private static IAsyncEnumerable<AuditVerification> Verify(IStore store, CancellationToken cancellationToken) =>
        new AuditVerifier(store).VerifyAllAsync(cancellationToken: cancellationToken);

    private static string Describe(AuditVerification chain) => chain.Status == AuditStatus.Valid
        ? $"Organisation {chain.OrganisationId}: valid. {chain.RecordsVerified} records, signed checkpoint at {chain.CheckpointedThrough}."
        : $"Organisation {chain.OrganisationId}: {chain.Status.ToString().ToLowerInvariant()} at record {chain.FirstBadSequenceNumber}. {chain.Reason}";
}
