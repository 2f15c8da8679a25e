using Trellis.Server.Akshi.Inference.Scoring;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>How the router chooses a model (contract, section 5.5).</summary>
internal sealed record RouterConfiguration
{
    /// <summary>Whether agents may ask models at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The name of the scoring profile.</summary>
    public string Profile { get; init; } = "default";

    /// <summary>The full path of the file of the scoring profile; null for the profile that is built in.</summary>
    public string? ProfilePath { get; init; }

    /// <summary>How prompts are scored: the built-in profile or that of the file, in the way that <see cref="Scoring"/> names.</summary>
    public ScoringProfile ScoringProfile { get; init; } = ScoringProfile.Default;

    /// <summary>From which score on a prompt goes to the cloud, from 0 to 1.</summary>
    public double Threshold { get; init; } = 0.55;

    /// <summary>How the score is made of the features.</summary>
    public RouterScoring Scoring { get; init; } = RouterScoring.Weighted;

    /// <summary>The model that is asked for when a route names none; null for none.</summary>
    public string? FallbackModel { get; init; }

    /// <summary>The route that is taken when nothing else decides; null to let the score decide.</summary>
    public string? DefaultRoute { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often a failed attempt is repeated.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>After how many failures in a row a provider is left alone.</summary>
    public int BreakerThreshold { get; init; } = 5;

    /// <summary>For how long.</summary>
    public TimeSpan BreakerReset { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The routes, in the order of the file; none means the server's own upstreams.</summary>
    public IReadOnlyList<RouteConfiguration> Routes { get; init; } = [];
}
