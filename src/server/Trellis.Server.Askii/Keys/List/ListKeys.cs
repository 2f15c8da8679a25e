using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary><c>list-keys</c>: the caller's keys, those that have ended included, those that were revoked not.</summary>
internal sealed class ListKeys(IStore store, IUserDirectory users) : IPlatformOperation<EmptyRequest>
{
    /// <inheritdoc/>
    public async ValueTask<JsonObjectAnswer> RunAsync(EmptyRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var keys = await store.ReadAsync(session => ListAsync(session, caller.Principal), cancellationToken);
        return new KeyList(caller.Principal.Subject, keys, caller.IsOperator);
    }

    private async ValueTask<IReadOnlyList<AskiiKey>> ListAsync(ISqlSession session, TokenPrincipal principal) =>
        await users.FindAsync(session, principal.OrganisationId, principal.Issuer, principal.Subject) is { } user
            ? await KeyTable.ListAsync(session, user.Id)
            : [];
}
