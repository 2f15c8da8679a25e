using Trellis.Server.Ascend.SmartRules.Expressions;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>What an organisation wants to happen to actions that satisfy an expression (contract, section 6.5). Immutable.</summary>
internal sealed record SmartRule
{
    /// <summary>Its number in the organisation's store.</summary>
    public required long Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The expression as it was written.</summary>
    public required string Condition { get; init; }

    /// <summary>The expression; null when it cannot be understood, and then a person has to agree to every action of the agents concerned.</summary>
    public required RuleExpression? Expression { get; init; }

    /// <summary>What is done.</summary>
    public required SmartRuleAction Action { get; init; }

    /// <summary>The only agent that it concerns; null for all.</summary>
    public string? AgentId { get; init; }

    /// <summary>How bad what it finds is: <c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public string RiskLevel { get; init; } = "medium";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it is there.</summary>
    public string Justification { get; init; } = "";

    /// <summary>Whether it counts.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>What is really done: what a rule that cannot be understood asks for is unknown, so that a person has to look.</summary>
    public SmartRuleAction EffectiveAction => Expression is null ? SmartRuleAction.RequireApproval : Action;
}
