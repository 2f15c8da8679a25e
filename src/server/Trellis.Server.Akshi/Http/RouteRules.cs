namespace Trellis.Server.Akshi.Http;

/// <summary>How the requests of a route are treated before its handler sees them.</summary>
internal sealed record RouteRules
{
    /// <summary>Who may call it.</summary>
    public required Access Access { get; init; }

    /// <summary>Whether the handler reads the body itself, because it is no JSON object.</summary>
    public bool ReadsBody { get; init; }

    /// <summary>Whether the body may be a JSON array as well as an object.</summary>
    public bool TakesArray { get; init; }

    /// <summary>Whether another platform has the same method and path, so that only requests with our credentials are meant for this route.</summary>
    public bool IsShared { get; init; }

    /// <summary>How long a body may be, in bytes.</summary>
    /// <value>Default 1 MiB (contract, section 2.5).</value>
    public long LongestBody { get; init; } = 1 << 20;
}
