using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Identity;

/// <summary>The administrators of an organisation, who operate the server for it.</summary>
internal sealed class Administrators(IStore store) : IOperatorDirectory
{
    /// <inheritdoc/>
    public async ValueTask<Operator?> FindAsync(TokenPrincipal principal, CancellationToken cancellationToken = default)
    {
        var subject = Authenticator.SubjectOf(principal);
        var person = await store.ReadAsync(session => PersonTable.FindAsync(session, principal.OrganisationId, subject), cancellationToken);
        return person is { Role: CallerRole.Admin } ? new Operator(principal.OrganisationId, subject) : null;
    }
}
