using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>What the worker SDK asks of the platform that runs it, by the names of methods (contract, section 2.3.6).</summary>
internal sealed class RpcFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<EmitEndpoint>();
        services.AddSingleton<UserLookup>();
        services.AddSingleton<RpcMethods>();
        services.AddSingleton<RpcEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes) => routes.Post(routes.Service<RpcEndpoint>().CallAsync, Access.Secret, "/internal/hooks/rpc");
}
