namespace Trellis.Server.Akshi.Http;

/// <summary>The section <c>[dashboard]</c> of <c>runtime.toml</c> as far as it concerns requests (contract, section 5.2).</summary>
internal sealed record DashboardSettings
{
    /// <summary>Whether a token is asked for.</summary>
    /// <value>Default true.</value>
    public bool RequiresToken { get; init; } = true;

    /// <summary>SHA-256, in lower-case hex, of the token that the file sets; null for none. The bootstrapped tokens are good beside it.</summary>
    public string? TokenHash { get; init; }

    /// <summary>The origins whose pages may call.</summary>
    /// <value>Default <c>http://127.0.0.1:3210</c> alone.</value>
    public IReadOnlyList<string> CorsOrigins { get; init; } = ["http://127.0.0.1:3210"];

    /// <summary>Requests a minute of one address; 0 for no limit.</summary>
    /// <value>Default 300.</value>
    public int RateLimit { get; init; } = 300;

    /// <summary>Requests at once of one address.</summary>
    /// <value>Default 50.</value>
    public int RateLimitBurst { get; init; } = 50;

    /// <summary>After how much silence an event stream says that it lives.</summary>
    /// <value>Default 15 s.</value>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the metrics are served.</summary>
    /// <value>Default true.</value>
    public bool ServesMetrics { get; init; } = true;
}
