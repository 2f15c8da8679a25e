using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>One platform of the server. Modules know the kernel and nothing of each other.</summary>
public interface IServerModule
{
    /// <summary>The platform's name in lower case: <c>askii</c>, <c>akshi</c>, <c>aerostack</c> or <c>ascend</c>.</summary>
    string Name { get; }

    /// <summary>The module's schema.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>Registers the module's services.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Maps the module's routes.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);
}
