using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>What is said about a component and what no query looks for. Kept as one JSON object, whose members are those of the wire.</summary>
internal sealed record ComponentDescription
{
    public required string Name { get; init; }

    public string? Provider { get; init; }

    public string? Version { get; init; }

    public string? LatestVersion { get; init; }

    public string? LicenseType { get; init; }

    public string? SourceUrl { get; init; }

    public string? ComplianceNotes { get; init; }

    public string? PackageName { get; init; }

    public string? PackageEcosystem { get; init; }

    /// <summary>Whether it is known where the component comes from.</summary>
    public bool ProvenanceVerified { get; init; }

    public IReadOnlyList<Vulnerability> Vulnerabilities { get; init; } = [];

    /// <summary>The agents that use the component.</summary>
    public IReadOnlyList<string> DependentAgents { get; init; } = [];

    /// <summary>Reads what a caller or the store says; what is missing stays as it was.</summary>
    public static ComponentDescription Read(Fields fields, ComponentDescription? before) => new()
    {
        Name = before is null ? fields.Text("component_name", 500) : fields.OptionalText("component_name", 500, 1) ?? before.Name,
        Provider = fields.OptionalText("provider") ?? before?.Provider,
        Version = fields.OptionalText("version") ?? before?.Version,
        LatestVersion = fields.OptionalText("latest_version") ?? before?.LatestVersion,
        LicenseType = fields.OptionalText("license_type") ?? before?.LicenseType,
        SourceUrl = fields.OptionalText("source_url", 2000) ?? before?.SourceUrl,
        ComplianceNotes = fields.OptionalText("compliance_notes", 4000) ?? before?.ComplianceNotes,
        PackageName = fields.OptionalText("package_name") ?? before?.PackageName,
        PackageEcosystem = fields.OptionalText("package_ecosystem", 64) ?? before?.PackageEcosystem,
        ProvenanceVerified = fields.OptionalBoolean("provenance_verified") ?? before?.ProvenanceVerified ?? false,
        Vulnerabilities = VulnerabilityList.Read(fields) ?? before?.Vulnerabilities ?? [],
        DependentAgents = fields.OptionalTexts("dependent_agents", most: 1000, longest: 64) ?? before?.DependentAgents ?? [],
    };

    /// <summary>Reads what is stored.</summary>
    public static ComponentDescription Parse(string stored) => StoredJson.Read(stored, static json => Read(new Fields(json), before: null));

    /// <summary>Writes the members, for the wire and for the store.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("component_name"u8, Name);
        json.WriteString("provider"u8, Provider);
        json.WriteString("version"u8, Version);
        json.WriteString("latest_version"u8, LatestVersion);
        json.WriteString("license_type"u8, LicenseType);
        json.WriteString("source_url"u8, SourceUrl);
        json.WriteString("compliance_notes"u8, ComplianceNotes);
        json.WriteString("package_name"u8, PackageName);
        json.WriteString("package_ecosystem"u8, PackageEcosystem);
        json.WriteBoolean("provenance_verified"u8, ProvenanceVerified);
        json.WriteTexts("dependent_agents"u8, DependentAgents);
        VulnerabilityList.Write(json, Vulnerabilities);
    }
}
