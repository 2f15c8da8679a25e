using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.SmartRules.Parsing;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>Reads smart rules as the wire and the store have them. A rule whose condition cannot be understood is refused.</summary>
internal static class SmartRuleReader
{
    private const int LongestName = 255;
    private const int LongestDescription = 2000;

    private static readonly HashSet<string> KnownMembers =
    [
        "name", "condition", "action", "risk_level", "description", "justification", "agent_id", "is_active",

        // What answers add; a rule that was read may be sent back.
        "id", "organization_id", "created_at", "updated_at", "created_by", "updated_by",
    ];

    /// <summary>Reads a rule.</summary>
    /// <param name="json">The rule.</param>
    /// <param name="id">Its number.</param>
    /// <param name="errors">What is wrong with it; nothing is added when the rule is valid.</param>
    /// <returns>The rule as far as it could be read.</returns>
    public static SmartRule Read(JsonElement json, long id, FieldErrors errors)
    {
        KnownNames.RefuseOthers(json, KnownMembers, errors);
        var fields = new Fields(json) { Errors = errors };
        var condition = fields.Text("condition", RuleParser.LongestSource);
        Expressions.RuleExpression? expression = null;
        if (condition.Length > 0 && RuleParser.Parse(condition, out expression) is { } error)
            errors.Add("condition", $"cannot be understood at character {error.Position}: {error.Message.TrimEnd('.')}");

        return new SmartRule
        {
            Id = id,
            Name = fields.Text("name", LongestName).Trim(),
            Condition = condition,
            Expression = expression,
            Action = Action(fields),
            AgentId = fields.OptionalText("agent_id"),
            RiskLevel = fields.OptionalWord("risk_level", "low", "medium", "high", "critical") ?? "medium",
            Description = fields.OptionalText("description", LongestDescription) ?? "",
            Justification = fields.OptionalText("justification", LongestDescription) ?? "",
            IsActive = fields.OptionalBoolean("is_active") ?? true,
        };
    }

    private static SmartRuleAction Action(Fields fields)
    {
        var word = fields.Text("action");
        if (SmartRuleActions.Read(word) is { } action)
            return action;

        if (word.Length > 0)
            fields.Errors.Add("action", $"must be one of {string.Join(", ", SmartRuleActions.Names)}");
        return SmartRuleAction.RequireApproval;
    }
}
