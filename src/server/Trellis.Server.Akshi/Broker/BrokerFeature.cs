using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Broker.Grants;
using Trellis.Server.Akshi.Broker.Requests;
using Trellis.Server.Akshi.Broker.Secrets;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Broker;

/// <summary>The secret broker: grants, secrets, and the requests that need them (contract, sections 2.6 and 5.6).</summary>
internal sealed class BrokerFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Endpoints>();
        services.AddSingleton<GrantRegister>();
        services.AddSingleton<SecretVault>();
        services.AddSingleton<BareUrl>();
        services.AddSingleton<BrokerConnections>();
        services.AddSingleton<BrokerReceipts>();
        services.AddSingleton<SecretBroker>();
        services.AddSingleton<GrantEndpoints>();
        services.AddSingleton<SecretEndpoints>();
        services.AddSingleton<BrokerRequestEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var grants = routes.Service<GrantEndpoints>();
        routes.Get(grants.ListAsync, Access.Operator, "/api/v1/broker/grants");
        routes.Delete(grants.DeleteAsync, Access.Operator, "/api/v1/broker/grants/{id}");
        routes.Post(grants.RevokePairAsync, Access.Operator, "/api/v1/broker/grants/{agent}/{domain}/revoke");
        routes.Post(grants.RestorePairAsync, Access.Operator, "/api/v1/broker/grants/{agent}/{domain}/restore");

        var secrets = routes.Service<SecretEndpoints>();
        routes.Get(secrets.ListAsync, Access.Operator, "/api/v1/broker/secrets");
        routes.Map("PUT", secrets.PutAsync, new RouteRules { Access = Access.Operator }, "/api/v1/broker/secrets/{name}");
        routes.Delete(secrets.DeleteAsync, Access.Operator, "/api/v1/broker/secrets/{name}");

        routes.Post(routes.Service<BrokerRequestEndpoint>().SendAsync, Access.Operator, "/api/v1/broker/requests");
    }
}
