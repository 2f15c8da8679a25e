using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Inference.Routes;

namespace Trellis.Server.Akshi.Inference;

/// <summary>The router of questions to models (contract, section 5.5). It has no routes of its own.</summary>
internal sealed class InferenceFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RouteTable>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<InferenceReceipts>();
        services.AddSingleton<IInference, Router>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
    }
}
