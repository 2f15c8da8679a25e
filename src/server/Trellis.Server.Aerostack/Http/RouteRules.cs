namespace Trellis.Server.Aerostack.Http;

/// <summary>How the requests of a route are treated before its handler sees them.</summary>
internal sealed record RouteRules
{
    /// <summary>Who may call it.</summary>
    public required Access Access { get; init; }

    /// <summary>Whether the handler reads the body itself, because it is no JSON, is large or is a socket.</summary>
    public bool ReadsBody { get; init; }

    /// <summary>The limit that the route has beside that of the key; null for none.</summary>
    public string? RateLimit { get; init; }
}
