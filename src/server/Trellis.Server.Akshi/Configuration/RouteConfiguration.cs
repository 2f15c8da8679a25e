namespace Trellis.Server.Akshi.Configuration;

/// <summary>A model that can be asked: <c>[[router.routes]]</c>.</summary>
internal sealed record RouteConfiguration
{
    /// <summary>Its name, unique among the routes.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="ModelProviders"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model; null for <see cref="RouterConfiguration.FallbackModel"/>.</summary>
    public string? Model { get; init; }

    /// <summary>Where it is; null for the provider's usual address.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>What opens it; null for none.</summary>
    public RuntimeSecret? ApiKey { get; init; }

    /// <summary>The price of a million tokens of the question in US dollars; null when none is known.</summary>
    public decimal? InputUsdPerMillionTokens { get; init; }

    /// <summary>The price of a million tokens of the answer in US dollars; null when none is known.</summary>
    public decimal? OutputUsdPerMillionTokens { get; init; }

    /// <summary>Whether it runs on this side: it costs nothing and no data leave.</summary>
    public bool IsLocal => Provider is ModelProviders.Ollama or ModelProviders.Echo;
}
