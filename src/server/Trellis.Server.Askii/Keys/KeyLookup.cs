using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary>Finds a key among those of the caller. A key of somebody else does not exist for the caller.</summary>
internal sealed class KeyLookup(IUserDirectory users)
{
    /// <summary>Finds the key that <paramref name="reference"/> means.</summary>
    public ValueTask<AskiiKey?> FindAsync(ISqlSession session, TokenPrincipal principal, string reference) =>
        FindAsync(session, principal, reference, default);

    /// <summary>As <see cref="FindAsync(ISqlSession, TokenPrincipal, string)"/>, for a key that the transaction is going to change.</summary>
    public ValueTask<AskiiKey?> FindForUpdateAsync(ISqlSession session, TokenPrincipal principal, string reference) =>
        FindAsync(session, principal, reference, session.Dialect.ForUpdate);

    private async ValueTask<AskiiKey?> FindAsync(ISqlSession session, TokenPrincipal principal, string reference, SqlFragment @lock) =>
        await users.FindAsync(session, principal.OrganisationId, principal.Issuer, principal.Subject) is { } user
            ? await KeyTable.FindAsync(session, user.Id, reference, @lock)
            : null;
}
