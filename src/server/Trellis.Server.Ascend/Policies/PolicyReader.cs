using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies;

/// <summary>
/// Reads policies as the wire and the store have them. A member or a condition that is not known is refused: a policy that is understood
/// in part would do something else than its author meant.
/// </summary>
internal static class PolicyReader
{
    private const int LongestName = 255;
    private const int LongestDescription = 2000;
    private const int HighestPriority = 1_000_000;

    private static readonly HashSet<string> KnownMembers =
    [
        "policy_name", "name", "policy_description", "description", "is_active", "priority", "conditions", "policy_action", "effect",
        "action_params", "level", "target",

        // What answers add; a policy that was read may be sent back.
        "id", "policy_id", "organization_id", "created_at", "updated_at", "created_by", "updated_by",
    ];

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The policy.</param>
    /// <param name="id">Its number.</param>
    /// <param name="errors">What is wrong with it; nothing is added when the policy is valid.</param>
    /// <returns>The policy as far as it could be read.</returns>
    public static Policy Read(JsonElement json, long id, FieldErrors errors)
    {
        var fields = new Fields(json) { Errors = errors };
        KnownNames.RefuseOthers(json, KnownMembers, errors);
        var level = Level(fields);
        return new Policy
        {
            Id = id,
            Name = fields.Text(fields.Has("policy_name") || !fields.Has("name") ? "policy_name" : "name", LongestName).Trim(),
            Description = fields.OptionalText("policy_description", LongestDescription) ?? fields.OptionalText("description", LongestDescription) ?? "",
            IsActive = fields.OptionalBoolean("is_active") ?? true,
            Priority = (int)(fields.OptionalInteger("priority", 0, HighestPriority) ?? Policy.DefaultPriority),
            Level = level,
            Target = Target(fields, level),
            Effect = Effect(fields),
            Conditions = PolicyConditionReader.Read(fields.Object("conditions"), errors),
            Parameters = PolicyParameterReader.Read(fields.Nested("action_params"), fields.Object("action_params")),
        };
    }

    private static PolicyEffect Effect(Fields fields)
    {
        var action = Effect(fields, "policy_action");
        var effect = Effect(fields, "effect");
        if (action is null && effect is null)
        {
            if (!fields.Has("policy_action") && !fields.Has("effect"))
                fields.Errors.Add("policy_action", "is required");
            return PolicyEffect.Deny;
        }

        // An escalation is an approval to those who know three effects only.
        if (action is { } one && effect is { } other && PolicyEffectNames.Effect(one) != PolicyEffectNames.Effect(other))
            fields.Errors.Add("effect", "contradicts 'policy_action'; one of them suffices");
        return action ?? effect!.Value;
    }

    private static PolicyEffect? Effect(Fields fields, string name)
    {
        if (fields.OptionalText(name) is not { } word)
            return null;

        var effect = PolicyEffectNames.Read(word);
        if (effect is null)
            fields.Errors.Add(name, "must be one of allow, block (or DENY), require_approval, escalate");
        return effect;
    }

    private static PolicyLevel Level(Fields fields) =>
        fields.OptionalWord("level", PolicyLevelNames.All) is { } word ? PolicyLevelNames.Read(word) : PolicyLevel.Organisation;

    private static string? Target(Fields fields, PolicyLevel level)
    {
        var target = fields.OptionalText("target", LongestName);
        if (level is PolicyLevel.Organisation)
        {
            if (target is not null)
                fields.Errors.Add("target", "is for the levels agent_type and agent");
        }
        else if (string.IsNullOrWhiteSpace(target))
        {
            fields.Errors.Add("target", level is PolicyLevel.Agent ? "must be the agent's id" : "must be the agent type");
        }

        return level is PolicyLevel.Organisation ? null : target;
    }
}
