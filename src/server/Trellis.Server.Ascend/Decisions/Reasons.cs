using System.Globalization;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>Why something was decided, in sentences for people.</summary>
internal static class Reasons
{
    /// <summary>The caller set <c>require_human_approval</c>.</summary>
    public const string CallerAsksForPerson = "The request asks for a person's approval";

    /// <summary>The agent is not trusted.</summary>
    public const string Untrusted = "The agent is untrusted, so that each of its actions needs a person's approval";

    public static string PolicyBlocks(Policy policy) => $"Policy '{policy.Name}' blocks this action";

    public static string PolicyEscalates(Policy policy) => $"Policy '{policy.Name}' escalates this action";

    public static string PolicyRequiresApproval(Policy policy) => $"Policy '{policy.Name}' requires a person's approval";

    public static string PolicyAllows(Policy policy) => $"Policy '{policy.Name}' allows this action";

    public static string SmartRuleBlocks(SmartRule rule) => $"Smart rule '{rule.Name}' blocks this action";

    public static string SmartRuleEscalates(SmartRule rule) => $"Smart rule '{rule.Name}' escalates this action";

    public static string SmartRuleRequiresApproval(SmartRule rule) => rule.Expression is null
        ? $"Smart rule '{rule.Name}' cannot be understood, so that a person has to approve"
        : $"Smart rule '{rule.Name}' requires a person's approval";

    public static string AboveMaximum(int score, AgentThresholds thresholds) =>
        string.Create(CultureInfo.InvariantCulture, $"Risk {score} is at or above the agent's maximum of {thresholds.MaxRiskThreshold}");

    public static string BelowAutomatic(int score, AgentThresholds thresholds) =>
        string.Create(CultureInfo.InvariantCulture, $"Risk {score} is below the agent's automatic approval threshold of {thresholds.AutoApproveBelow}");

    public static string NotBelowAutomatic(int score, AgentThresholds thresholds) =>
        string.Create(CultureInfo.InvariantCulture, $"Risk {score} is at or above the agent's automatic approval threshold of {thresholds.AutoApproveBelow}");

    public static string Between(int score, AgentThresholds thresholds) =>
        string.Create(CultureInfo.InvariantCulture, $"Risk {score} is below the agent's maximum of {thresholds.MaxRiskThreshold}, and nothing requires approval");
}
