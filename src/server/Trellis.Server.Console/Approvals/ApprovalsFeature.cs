using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Approvals;

/// <summary>The inbox: what waits for a person, on every platform that asks people.</summary>
internal sealed class ApprovalsFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ApprovalReader>();
        services.AddSingleton<ApprovalEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        var endpoints = routes.Service<ApprovalEndpoints>();
        routes.Get("/approvals", endpoints.ListAsync);
        routes.Get("/approvals/{id}", endpoints.ShowAsync);
        routes.Post("/approvals/{id}", endpoints.DecideAsync);
    }
}
