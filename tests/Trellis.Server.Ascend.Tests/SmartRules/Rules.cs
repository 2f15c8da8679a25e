using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules;
using Trellis.Server.Ascend.SmartRules.Expressions;
using Trellis.Server.Ascend.SmartRules.Parsing;

namespace Trellis.Server.Ascend.Tests;

/// <summary>Smart rules for tests.</summary>
internal static class Rules
{
    public static RuleExpression Parse(string source)
    {
        RuleParser.Parse(source, out var expression).ShouldBeNull();
        return expression!;
    }

    public static bool IsTrue(string source, ProposedAction action, int riskScore = 50) =>
        Parse(source).IsTrue(new RuleFacts(action, riskScore));

    /// <summary>A rule; one whose condition cannot be understood has no expression.</summary>
    public static SmartRule SmartRule(string condition, SmartRuleAction action = SmartRuleAction.Block, long id = 1)
    {
        RuleParser.Parse(condition, out var expression);
        return new SmartRule { Id = id, Name = $"R{id}", Condition = condition, Expression = expression, Action = action };
    }
}
