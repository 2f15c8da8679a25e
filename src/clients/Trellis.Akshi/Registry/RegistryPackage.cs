namespace Trellis.Akshi;

/// <summary>A package of an agent. Contract section 2.11.</summary>
public sealed record RegistryPackage : AkshiAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its version, or the latest.</summary>
    public string? Version { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The size of its module, in bytes.</summary>
    public long? WasmSizeBytes { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The hash of its module, <c>sha256:…</c>.</summary>
    public string? Checksum { get; init; }

    /// <summary>All versions; only where one package is asked for. Never null.</summary>
    public IReadOnlyList<string> Versions { get; init => field = value ?? []; } = [];
}
