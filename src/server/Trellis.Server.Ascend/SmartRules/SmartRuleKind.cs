using System.Text.Json;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>Smart rules, where they are kept and served.</summary>
internal sealed class SmartRuleKind : RuleKind<SmartRule>
{
    /// <summary>The only one that is needed.</summary>
    public static SmartRuleKind Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "smart_rule";

    /// <inheritdoc/>
    public override string ListName => "smart_rules";

    /// <inheritdoc/>
    public override string Title => "The smart rule";

    /// <inheritdoc/>
    public override string? WebhookPrefix => null;

    /// <inheritdoc/>
    public override int Most => 5_000;

    /// <inheritdoc/>
    public override SmartRule Read(JsonElement json, long id, FieldErrors errors) => SmartRuleReader.Read(json, id, errors);

    /// <inheritdoc/>
    public override SmartRule Distrusted(SmartRule rule) => rule with { Expression = null };

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json, SmartRule rule)
    {
        json.WriteString("name"u8, rule.Name);
        json.WriteString("condition"u8, rule.Condition);
        json.WriteString("action"u8, SmartRuleActions.Name(rule.Action));
        json.WriteString("risk_level"u8, rule.RiskLevel);
        json.WriteString("description"u8, rule.Description);
        json.WriteString("justification"u8, rule.Justification);
        json.WriteString("agent_id"u8, rule.AgentId);
        json.WriteBoolean("is_active"u8, rule.IsActive);
    }

    /// <inheritdoc/>
    public override string NameOf(SmartRule rule) => rule.Name;

    /// <inheritdoc/>
    public override SmartRule WithActive(SmartRule rule, bool isActive) => rule with { IsActive = isActive };
}
