namespace Trellis.Server.Ascend.Http;

/// <summary>How the requests of a route are treated before its handler sees them.</summary>
internal sealed record RouteRules
{
    /// <summary>Who may call it.</summary>
    public required Access Access { get; init; }

    /// <summary>
    /// Whether the handler confirms within its own transaction that the credential still holds, so that what was known about it may be
    /// used without asking the store first.
    /// </summary>
    public bool ConfirmsCredential { get; init; }

    /// <summary>The limit that the route has beside that of the key; null for none.</summary>
    public string? RateLimit { get; init; }

    /// <summary>Whether that limit is the address's and not the credential's.</summary>
    public bool LimitsAddress { get; init; }

    /// <summary>The longest body, in bytes.</summary>
    public int LongestBody { get; init; } = 1024 * 1024;
}
