using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Search;

/// <summary>The index of a project's texts, and vectors of texts (contract, section 2.2.5).</summary>
internal sealed class SearchFeature : IAerostackFeature
{
    private const string Root = "/v1/ai/search";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new SearchOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:search")));
        services.AddSingleton<EmbeddingModels>();
        services.AddSingleton<Embedder>();
        services.AddSingleton<DocumentEndpoints>();
        services.AddSingleton<QueryEndpoint>();
        services.AddSingleton<IndexEndpoints>();
        services.AddSingleton<EmbedEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var documents = routes.Service<DocumentEndpoints>();
        routes.Post(documents.IngestAsync, Access.Secret, $"{Root}/ingest");
        routes.Post(documents.UpdateAsync, Access.Secret, $"{Root}/update");
        routes.Post(documents.DeleteAsync, Access.Secret, $"{Root}/delete");
        routes.Post(documents.DeleteByTypeAsync, Access.Secret, $"{Root}/deleteByType");
        routes.Post(routes.Service<QueryEndpoint>().QueryAsync, Access.Secret, $"{Root}/query");

        var index = routes.Service<IndexEndpoints>();
        routes.Post(index.GetAsync, Access.Secret, $"{Root}/get");
        routes.Post(index.CountAsync, Access.Secret, $"{Root}/count");
        routes.Get(index.ListTypesAsync, Access.Secret, $"{Root}/listTypes");
        routes.Post(index.ConfigureAsync, Access.Secret, $"{Root}/configure");

        routes.Post(routes.Service<EmbedEndpoint>().EmbedAsync, Access.Secret, "/v1/ai/embed");
    }
}
