using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What agents say, scanned before it leaves (contract, section 2.14).</summary>
internal sealed class OutputFilterFeature : IAscendFeature
{
    private const string Root = "/api/v1/output-filter";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ScanOutput>();
        services.AddSingleton<FindingEndpoints>();
        services.AddSingleton<OutputFilterEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var scanning = new RouteRules { Access = Access.Member, RateLimit = AscendOptions.ScanLimit, LimitsAddress = true };
        routes.Map("POST", routes.Service<ScanOutput>().ScanAsync, scanning, $"{Root}/scan");

        var settings = routes.Service<OutputFilterEndpoints>();
        routes.Get(settings.GetAsync, Access.Member, $"{Root}/config");
        routes.Put(settings.SetAsync, Access.Admin, $"{Root}/config");

        var findings = routes.Service<FindingEndpoints>();
        routes.Get(findings.ListAsync, Access.Member, $"{Root}/findings");
        routes.Get(findings.OfActionAsync, Access.Member, $"{Root}/findings/{{action_id}}");
    }
}
