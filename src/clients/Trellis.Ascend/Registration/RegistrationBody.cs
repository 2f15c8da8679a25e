using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>A registration as it is sent: what the agent says, and who it is. The name goes as <c>display_name</c>.</summary>
internal sealed record RegistrationBody(
    string AgentId, string DisplayName, string Environment, string SdkVersion, string AgentType, IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> AllowedResources, JsonObject Metadata)
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? AllowedActionTypes { get; init; }

    public IReadOnlyList<string>? BlockedResources { get; init; }

    public int? AutoApproveBelow { get; init; }

    public int? MaxRiskThreshold { get; init; }

    public int? RequiresMfaAbove { get; init; }

    public bool? AlertOnHighRisk { get; init; }

    public IReadOnlyList<string>? AlertRecipients { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public static RegistrationBody Of(AgentRegistration registration, string agentId, AscendClientOptions options) => new(
        agentId,
        options.AgentName ?? agentId,
        options.Environment,
        AscendDefaults.SdkVersion,
        registration.AgentType,
        registration.Capabilities,
        registration.AllowedResources,
        registration.Metadata ?? [])
    {
        Description = registration.Description,
        AllowedActionTypes = registration.AllowedActionTypes,
        BlockedResources = registration.BlockedResources,
        AutoApproveBelow = registration.AutoApproveBelow,
        MaxRiskThreshold = registration.MaxRiskThreshold,
        RequiresMfaAbove = registration.RequiresMfaAbove,
        AlertOnHighRisk = registration.AlertOnHighRisk,
        AlertRecipients = registration.AlertRecipients,
        Tags = registration.Tags,
    };
}
