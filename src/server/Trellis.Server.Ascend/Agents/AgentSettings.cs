using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Agents;

/// <summary>What is said about an agent and no query asks for. Stored as the JSON that the wire has.</summary>
internal sealed record AgentSettings
{
    /// <summary>What holds for an agent that says nothing.</summary>
    public static AgentSettings Default { get; } = new();

    public string? Description { get; init; }

    public string? OwnerEmail { get; init; }

    public string? SdkVersion { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> AllowedResources { get; init; } = [];

    public IReadOnlyList<string> AllowedActionTypes { get; init; } = [];

    public IReadOnlyList<string> BlockedResources { get; init; } = [];

    public int DefaultRiskScore { get; init; } = 50;

    public bool AlertOnHighRisk { get; init; } = true;

    public IReadOnlyList<string> AlertRecipients { get; init; } = [];

    public string? WebhookUrl { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>An object of the caller's own, as JSON without secrets.</summary>
    public string Metadata { get; init; } = StoredObject.Empty;

    /// <summary>An object of the caller's own, as JSON without secrets.</summary>
    public string Config { get; init; } = StoredObject.Empty;

    /// <summary>Takes over what an agent tells of itself at each start.</summary>
    public AgentSettings WithSelfDescription(Fields fields) => this with
    {
        SdkVersion = fields.OptionalText("sdk_version", 64) ?? SdkVersion,
        Capabilities = fields.OptionalTexts("capabilities") ?? Capabilities,
        Metadata = StoredObject.Read(fields, "metadata") ?? Metadata,
    };

    /// <summary>Takes over everything that is given; what is missing stays.</summary>
    public AgentSettings With(Fields fields) => WithSelfDescription(fields) with
    {
        Description = fields.OptionalText("description", 2000) ?? Description,
        OwnerEmail = fields.OptionalText("owner_email") ?? OwnerEmail,
        AllowedResources = fields.OptionalTexts("allowed_resources") ?? AllowedResources,
        AllowedActionTypes = fields.OptionalTexts("allowed_action_types") ?? AllowedActionTypes,
        BlockedResources = fields.OptionalTexts("blocked_resources") ?? BlockedResources,
        DefaultRiskScore = (int)(fields.OptionalInteger("default_risk_score", 0, 100) ?? DefaultRiskScore),
        AlertOnHighRisk = fields.OptionalBoolean("alert_on_high_risk") ?? AlertOnHighRisk,
        AlertRecipients = fields.OptionalTexts("alert_recipients") ?? AlertRecipients,
        WebhookUrl = fields.OptionalText("webhook_url", 2000) ?? WebhookUrl,
        Tags = fields.OptionalTexts("tags") ?? Tags,
        Config = StoredObject.Read(fields, "config") ?? Config,
    };

    /// <summary>Reads what is stored.</summary>
    public static AgentSettings Parse(string stored) => StoredJson.Read(stored, static json => Default.With(new Fields(json)));

    /// <summary>Writes the members, for the wire and for the store.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("description"u8, Description);
        json.WriteString("owner_email"u8, OwnerEmail);
        json.WriteString("sdk_version"u8, SdkVersion);
        json.WriteTexts("capabilities"u8, Capabilities);
        json.WriteTexts("allowed_resources"u8, AllowedResources);
        json.WriteTexts("allowed_action_types"u8, AllowedActionTypes);
        json.WriteTexts("blocked_resources"u8, BlockedResources);
        json.WriteNumber("default_risk_score"u8, DefaultRiskScore);
        json.WriteBoolean("alert_on_high_risk"u8, AlertOnHighRisk);
        json.WriteTexts("alert_recipients"u8, AlertRecipients);
        json.WriteString("webhook_url"u8, WebhookUrl);
        json.WriteTexts("tags"u8, Tags);
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(Metadata);
        json.WritePropertyName("config"u8);
        json.WriteRawValue(Config);
    }
}
