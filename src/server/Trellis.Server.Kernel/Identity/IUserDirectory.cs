using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The users of the server. A user comes into being with the first write done in its name. Safe for concurrent use.</summary>
public interface IUserDirectory
{
    /// <summary>Finds a user or adds it.</summary>
    ValueTask<User> GetOrAddAsync(ISqlSession session, long organisationId, string issuer, string subject, DateTimeOffset now);

    /// <summary>Finds a user; null when nothing was ever written in its name.</summary>
    ValueTask<User?> FindAsync(ISqlSession session, long organisationId, string issuer, string subject);

    /// <summary>Finds a user of an organisation by its id; null when the organisation has none with this id.</summary>
    ValueTask<User?> FindAsync(ISqlSession session, long organisationId, string userId);

    /// <summary>The users of an organisation for whom an issuer vouches, by subject.</summary>
    ValueTask<IReadOnlyList<User>> ListAsync(ISqlSession session, long organisationId, string issuer);
}
