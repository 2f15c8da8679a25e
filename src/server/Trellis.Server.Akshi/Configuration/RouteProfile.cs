namespace Trellis.Server.Akshi.Configuration;

/// <summary>Which models an agent likes: <c>[agents.route_profile]</c>.</summary>
internal sealed record RouteProfile
{
    /// <summary>The name of a route, <c>local</c> or <c>cloud</c>; null for no wish.</summary>
    public string? Prefer { get; init; }

    /// <summary>What to take when that one fails; null for the router's choice.</summary>
    public string? Fallback { get; init; }

    /// <summary>How long an answer may take; null for the router's limit.</summary>
    public TimeSpan? MaxLatency { get; init; }

    /// <summary>How much cost counts, from 0 to 1; null when nothing was said.</summary>
    public double? CostWeight { get; init; }

    /// <summary>How much quality counts, from 0 to 1; null when nothing was said.</summary>
    public double? QualityWeight { get; init; }
}
