using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Policies;

/// <summary>The policies of ASCEND: which there are, how they are written, and what they would change.</summary>
internal sealed class PoliciesFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/policies", PolicyEndpoints.ListAsync);
        routes.Post("/policies/{id:long}/active", PolicyEndpoints.SwitchAsync);
        routes.Post("/policies/{id:long}/delete", PolicyEndpoints.DeleteAsync);

        routes.Get("/policies/new", PolicyEditor.BeginAsync);
        routes.Post("/policies/new", PolicyEditor.SendAsync);
        routes.Get("/policies/{id:long}", PolicyEditor.OpenAsync);
        routes.Post("/policies/{id:long}", PolicyEditor.SendAsync);
    }
}
