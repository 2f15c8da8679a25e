using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>Chat with the models of the server.</summary>
internal sealed class AiFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ChatModels>();
        services.AddSingleton<ChatEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes) => routes.Post(routes.Service<ChatEndpoint>().ChatAsync, Access.Secret, "/v1/ai/chat");
}
