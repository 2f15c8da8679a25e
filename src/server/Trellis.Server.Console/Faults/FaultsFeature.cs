using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Faults;

/// <summary>Faults: what goes wrong on purpose, so that people see their own retries work.</summary>
internal sealed class FaultsFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<FaultEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        var endpoints = routes.Service<FaultEndpoints>();
        routes.Get("/faults", endpoints.ShowAsync);
        routes.Post("/faults", endpoints.ReplaceAsync);

        // A refused form is answered with a page, which must be there when it is loaded again.
        routes.Get("/faults/rules", endpoints.ShowAsync);
        routes.Post("/faults/rules", endpoints.AddAsync);
        routes.Post("/faults/rules/{index}/remove", endpoints.RemoveAsync);
        routes.Post("/faults/clear", endpoints.ClearAsync);
    }
}
