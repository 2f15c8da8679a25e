using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>Makes the models of routes. All providers are spoken to in OpenAI's protocol, which Ollama and Anthropic offer too.</summary>
/// <seealso href="https://docs.anthropic.com/en/api/openai-sdk">Anthropic's compatible address</seealso>
internal static class RouteModels
{
    private static readonly Uri Ollama = new("http://127.0.0.1:11434/v1/");
    private static readonly Uri Anthropic = new("https://api.anthropic.com/v1/");
    private static readonly Uri OpenAI = new("https://api.openai.com/v1/");

    /// <summary>The model of a route.</summary>
    public static IChatModel Create(RouteConfiguration route, RouterConfiguration router, TimeProvider time, ILoggerFactory loggers)
    {
        if (route.Provider == ModelProviders.Echo)
            return SimulatedModel.Create(time);

        var price = new ModelPrice(route.InputUsdPerMillionTokens ?? 0, route.OutputUsdPerMillionTokens ?? 0);
        return new OpenAiModel(
            route.Name, route.Model ?? router.FallbackModel!, AddressOf(route), route.ApiKey?.Reveal(), price, router.Timeout, time, loggers);
    }

    // The documented base of Ollama has no path, and its compatible protocol lies below /v1.
    private static Uri AddressOf(RouteConfiguration route) => route switch
    {
        { BaseUrl: { AbsolutePath: "/" } root } => new Uri(root, "v1/"),
        { BaseUrl: { } given } => given,
        { Provider: ModelProviders.Ollama } => Ollama,
        { Provider: ModelProviders.Anthropic } => Anthropic,
        _ => OpenAI,
    };
}
