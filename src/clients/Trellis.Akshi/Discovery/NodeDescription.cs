namespace Trellis.Akshi;

/// <summary>A runtime as a node of the mesh. Contract section 2.13.</summary>
public sealed record NodeDescription : AkshiAnswer
{
    /// <summary>Its identifier, <c>did:key:…</c>.</summary>
    public string? Did { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The port of its API.</summary>
    public int? DashboardPort { get; init; }
}
