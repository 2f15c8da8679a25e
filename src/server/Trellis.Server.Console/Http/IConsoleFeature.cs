using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Console.Http;

/// <summary>One part of the console: a page or a few that belong together.</summary>
internal interface IConsoleFeature
{
    /// <summary>Registers the services.</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Maps the routes.</summary>
    void MapRoutes(ConsoleRoutes routes);
}
