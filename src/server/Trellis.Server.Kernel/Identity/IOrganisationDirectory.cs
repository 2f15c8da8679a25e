using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The organisations of the server. Safe for concurrent use.</summary>
public interface IOrganisationDirectory
{
    /// <summary>Adds an organisation with the next free id.</summary>
    ValueTask<Organisation> AddAsync(ISqlSession session, string name, DateTimeOffset now);

    /// <summary>Finds an organisation; null when there is none with this id.</summary>
    ValueTask<Organisation?> FindAsync(ISqlSession session, long id);

    /// <summary>Lists all organisations by id.</summary>
    ValueTask<IReadOnlyList<Organisation>> ListAsync(ISqlSession session);
}
