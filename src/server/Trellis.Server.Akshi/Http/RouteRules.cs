namespace Trellis.Server.Akshi.Http;

/// <summary>How the requests of a route are treated before its handler sees them.</summary>
internal sealed record RouteRules
{
    /// <summary>Who may call it.</summary>
    public required Access Access { get; init; }

    /// <summary>Whether the handler reads the body itself, because it is no JSON object.</summary>
    public bool ReadsBody { get; init; }

    /// <summary>How long a body may be, in bytes.</summary>
    /// <value>Default 1 MiB (contract, section 2.5).</value>
    public long LongestBody { get; init; } = 1 << 20;
}
