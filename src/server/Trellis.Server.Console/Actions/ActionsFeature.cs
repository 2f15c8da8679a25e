using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Actions;

/// <summary>What agents have asked to do, and the whole story of each.</summary>
internal sealed class ActionsFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/actions", ActionEndpoints.ListAsync);
        routes.Get("/actions/{id}", ActionEndpoints.ShowAsync);
    }
}
