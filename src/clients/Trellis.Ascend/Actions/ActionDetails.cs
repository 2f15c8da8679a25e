using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>An action and its history. Contract section 2.4.</summary>
public sealed record ActionDetails : AscendAnswer
{
    /// <summary>The action's id.</summary>
    [JsonIgnore]
    public string ActionId => NamedId ?? Id ?? "";

    /// <summary>What is acted upon.</summary>
    [JsonIgnore]
    public string? Resource => NamedResource ?? TargetSystem;

    /// <summary>What <see cref="Status"/> means.</summary>
    [JsonIgnore]
    public Decision Decision => DecisionWords.Read(Status);

    /// <summary>The agent that acts.</summary>
    public string? AgentId { get; init; }

    /// <summary>Its name.</summary>
    public string? AgentName { get; init; }

    /// <summary>The kind of action.</summary>
    public string? ActionType { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The tool that is called.</summary>
    public string? ToolName { get; init; }

    /// <summary>Which one of them.</summary>
    public string? ResourceId { get; init; }

    /// <summary>How it stands, in the server's word.</summary>
    public string? Status { get; init; }

    /// <summary>The risk from 0 to 100.</summary>
    public double? RiskScore { get; init; }

    /// <summary>The word for the risk.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>The CVSS 3.1 base score.</summary>
    public double? CvssScore { get; init; }

    /// <summary>The word for it.</summary>
    public string? CvssSeverity { get; init; }

    /// <summary>The CVSS 3.1 vector.</summary>
    public string? CvssVector { get; init; }

    /// <summary>The NIST SP 800-53 control.</summary>
    public string? NistControl { get; init; }

    /// <summary>Its name.</summary>
    public string? NistDescription { get; init; }

    /// <summary>The MITRE ATT&amp;CK tactic.</summary>
    public string? MitreTactic { get; init; }

    /// <summary>The MITRE ATT&amp;CK technique.</summary>
    public string? MitreTechnique { get; init; }

    /// <summary>What the server advises.</summary>
    public string? Recommendation { get; init; }

    /// <summary>The user on whose behalf.</summary>
    public string? UserId { get; init; }

    /// <summary>The organisation.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The alert that it raised.</summary>
    public JsonNode? Alert { get; init; }

    /// <summary>What happened to it, in order. Never null.</summary>
    public IReadOnlyList<ActionAuditEntry> AuditTrail { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("action_id")]
    internal string? NamedId { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? Id { get; init; }

    [JsonInclude]
    [JsonPropertyName("resource")]
    internal string? NamedResource { get; init; }

    [JsonInclude]
    [JsonPropertyName("target_system")]
    internal string? TargetSystem { get; init; }
}
