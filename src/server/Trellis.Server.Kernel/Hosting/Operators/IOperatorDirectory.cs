using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Says who may operate the server. The platform that knows people and their roles registers one. Safe for concurrent use.</summary>
public interface IOperatorDirectory
{
    /// <summary>The operator that a person is; null when the person administers nothing.</summary>
    /// <param name="principal">Whom a valid token speaks for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    ValueTask<Operator?> FindAsync(TokenPrincipal principal, CancellationToken cancellationToken = default);
}
