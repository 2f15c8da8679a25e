using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Audit;

/// <summary>What was done on any platform: read, verified, taken along.</summary>
internal sealed class AuditFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/audit", AuditEndpoints.ListAsync);
        routes.Get("/audit/records/{number}", AuditEndpoints.ShowAsync);
        routes.Get("/audit/verify", AuditEndpoints.VerifyAsync);
        routes.Get("/audit/export", AuditEndpoints.ExportAsync);
    }
}
