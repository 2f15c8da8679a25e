using Trellis.Server.Console.Http;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Keys.Askii;

/// <summary>Reads which people may have keys of Askii: those whom this server itself vouches for. Safe for concurrent use.</summary>
internal sealed class PersonReader(IStore store, IUserDirectory users)
{
    /// <summary>The person that the server begins with.</summary>
    public const string First = "developer";

    /// <summary>The people of the organisation, by name, the first one among them even before they have done anything.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(ConsoleCall call)
    {
        var known = await store.ReadAsync(
            session => users.ListAsync(session, call.Session.Operator.OrganisationId, TrellisIssuer.Name), call.Aborted);
        return [.. known.Select(static user => user.Subject).Append(First).Distinct().Order(StringComparer.Ordinal)];
    }
}
