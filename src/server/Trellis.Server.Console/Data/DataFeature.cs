using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Data;

/// <summary>The database: its tables, their rows, and a box for queries.</summary>
internal sealed class DataFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/data", DataEndpoints.ShowAsync);
        routes.Post("/data", DataEndpoints.QueryAsync);
    }
}
