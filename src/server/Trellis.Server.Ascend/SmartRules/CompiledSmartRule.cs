using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>A smart rule, ready to be tested.</summary>
internal sealed class CompiledSmartRule : IndexedRule
{
    private readonly string? _agentId;

    /// <summary>Compiles a rule.</summary>
    public CompiledSmartRule(SmartRule rule)
    {
        Rule = rule;
        _agentId = rule.AgentId?.ToLowerInvariant();
        var keys = new List<IndexKeys>(2);
        if (_agentId is not null)
            keys.Add(IndexKeys.AnyOf([new IndexKey(RuleField.AgentId, _agentId)]));
        if (rule.Expression is { } expression)
            keys.Add(expression.Keys);
        Keys = IndexKeys.All(keys);
    }

    /// <summary>The rule.</summary>
    public SmartRule Rule { get; }

    /// <inheritdoc/>
    public override IndexKeys Keys { get; }

    /// <inheritdoc/>
    public override int LeastRisk => Rule.Expression?.LeastRisk ?? 0;

    /// <inheritdoc/>
    public override decimal? LeastAmount => Rule.Expression?.LeastAmount;

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(RuleFacts facts) =>
        (_agentId is null || facts.ValuesOf(RuleField.AgentId)[0] == _agentId)
        && (Rule.Expression is null || Rule.Expression.IsTrue(facts));
}
