namespace Trellis.Ascend;

/// <summary>
/// A part that agents are made of: a model, a library, a server.
/// Contract section 2.14. Members that are <see langword="null"/> are not sent.
/// </summary>
public sealed record SupplyChainComponent : AscendAnswer
{
    /// <summary>Its id; at most 255 characters.</summary>
    public string ComponentId { get; init => field = value ?? ""; } = "";

    /// <summary>Its name; at most 500 characters.</summary>
    public string ComponentName { get; init => field = value ?? ""; } = "";

    /// <summary>What kind of thing it is.</summary>
    public string ComponentType { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it is known where it comes from.</summary>
    public bool ProvenanceVerified { get; init; }

    /// <summary>The word for the risk; <c>medium</c> when it is not set.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>Who makes it.</summary>
    public string? Provider { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The newest version there is.</summary>
    public string? LatestVersion { get; init; }

    /// <summary>Its licence.</summary>
    public string? LicenseType { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>What is to be known about it.</summary>
    public string? ComplianceNotes { get; init; }

    /// <summary>Its name as a package.</summary>
    public string? PackageName { get; init; }

    /// <summary>Where it is a package, such as <c>nuget</c>.</summary>
    public string? PackageEcosystem { get; init; }
}
