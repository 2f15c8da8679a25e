using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Journal;

namespace Trellis.Server.Akshi.Sync;

/// <summary>Journals of agents, and their exchange between nodes (contract, section 2.10).</summary>
internal sealed class SyncFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IJournal, JournalBook>();
        services.AddSingleton(static provider => new SyncPeers(provider.GetRequiredService<IConfiguration>().GetSection("akshi:peers")));
        services.AddSingleton<EnvelopeInbox>();
        services.AddSingleton<SyncEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<SyncEndpoints>();
        routes.Get(endpoints.ConvergenceAsync, Access.Operator, "/api/v1/sync/convergence");
        routes.Get(endpoints.ListAsync, Access.Operator, "/api/v1/sync/envelopes");
        routes.Post(endpoints.TakeAsync, Access.Operator, "/api/v1/sync/envelopes");
    }
}
