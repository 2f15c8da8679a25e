using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend;

/// <summary>The ASCEND platform: agents ask before they act, policies and people decide, and the audit trail remembers.</summary>
public sealed class AscendModule : IServerModule
{
    /// <inheritdoc/>
    public string Name => "ascend";

    /// <inheritdoc/>
    public IReadOnlyList<Migration> Migrations => [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => ArgumentNullException.ThrowIfNull(services);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);
}
