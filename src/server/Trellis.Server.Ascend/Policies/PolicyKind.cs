using System.Text.Json;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies;

/// <summary>Policies, where they are kept and served.</summary>
internal sealed class PolicyKind : RuleKind<Policy>
{
    /// <summary>The only one that is needed.</summary>
    public static PolicyKind Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "policy";

    /// <inheritdoc/>
    public override string ListName => "policies";

    /// <inheritdoc/>
    public override string Title => "The policy";

    /// <inheritdoc/>
    public override string WebhookPrefix => "policy";

    /// <inheritdoc/>
    public override int Most => 5_000;

    /// <inheritdoc/>
    public override Policy Read(JsonElement json, long id, FieldErrors errors) => PolicyReader.Read(json, id, errors);

    /// <inheritdoc/>
    public override Policy Distrusted(Policy rule) => rule with
    {
        Effect = PolicyEffect.RequireApproval,
        Conditions = new PolicyConditions { Json = rule.Conditions.Json },
    };

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json, Policy rule)
    {
        json.WriteString("policy_name"u8, rule.Name);
        json.WriteString("policy_description"u8, rule.Description);
        json.WriteBoolean("is_active"u8, rule.IsActive);
        json.WriteNumber("priority"u8, rule.Priority);
        json.WriteString("level"u8, PolicyLevelNames.Name(rule.Level));
        json.WriteString("target"u8, rule.Target);
        json.WritePropertyName("conditions"u8);
        json.WriteRawValue(rule.Conditions.Json);
        json.WriteString("policy_action"u8, PolicyEffectNames.Action(rule.Effect));
        json.WriteString("effect"u8, PolicyEffectNames.Effect(rule.Effect));
        json.WritePropertyName("action_params"u8);
        json.WriteRawValue(rule.Parameters.Json);
    }

    /// <inheritdoc/>
    public override string NameOf(Policy rule) => rule.Name;

    /// <inheritdoc/>
    public override Policy WithActive(Policy rule, bool isActive) => rule with { IsActive = isActive };
}
