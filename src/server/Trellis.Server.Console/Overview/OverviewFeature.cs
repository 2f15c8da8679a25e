using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Overview;

/// <summary>The first page: how things stand.</summary>
internal sealed class OverviewFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DayHistory>();
        services.AddSingleton<OverviewEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes) => routes.Get("", routes.Service<OverviewEndpoints>().ShowAsync);
}
