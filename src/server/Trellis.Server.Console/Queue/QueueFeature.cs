using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Queue;

/// <summary>Work for later: what waits, what is done, what was given up.</summary>
internal sealed class QueueFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/queue", QueueEndpoints.ListAsync);
        routes.Post("/queue", QueueEndpoints.EnqueueAsync);
        routes.Get("/queue/jobs/{id}", QueueEndpoints.ShowAsync);
        routes.Post("/queue/jobs/{id}/cancel", QueueEndpoints.CancelAsync);
        routes.Post("/queue/jobs/{id}/retry", QueueEndpoints.RetryAsync);
    }
}
