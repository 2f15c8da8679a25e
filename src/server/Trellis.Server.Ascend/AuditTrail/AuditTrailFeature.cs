using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>What happened, read, verified, exported and held (contract, sections 2.11 and 6.7).</summary>
internal sealed class AuditTrailFeature : IAscendFeature
{
    private const string Holds = "/api/audit/legal-holds";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AuditEndpoints>();
        services.AddSingleton<ReportEvent>();
        services.AddSingleton<VerifyIntegrity>();
        services.AddSingleton<ExportCsv>();
        services.AddSingleton<ExportPdf>();
        services.AddSingleton<LegalHoldEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var trail = routes.Service<AuditEndpoints>();
        routes.Get(trail.ListAsync, Access.Member, "/audit/logs", "/api/audit/logs");
        routes.Get(trail.HealthAsync, Access.Member, "/api/audit/health");
        routes.Post(routes.Service<ReportEvent>().ReportAsync, Access.Member, "/api/audit/log");
        routes.Post(routes.Service<VerifyIntegrity>().VerifyAsync, Access.Member, "/api/audit/verify-integrity");
        routes.Get(routes.Service<ExportCsv>().ExportAsync, Access.Member, "/api/audit/export/csv");
        routes.Get(routes.Service<ExportPdf>().ExportAsync, Access.Member, "/api/audit/export/pdf");

        var holds = routes.Service<LegalHoldEndpoints>();
        routes.Get(holds.ListAsync, Access.Member, Holds);
        routes.Post(holds.PlaceAsync, Access.Admin, Holds);
        routes.Delete(holds.ReleaseAsync, Access.Admin, $"{Holds}/{{id}}");
    }
}
