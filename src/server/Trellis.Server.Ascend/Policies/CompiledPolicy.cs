using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Policies;

/// <summary>A policy, ready to be tested.</summary>
internal sealed class CompiledPolicy : IndexedRule
{
    private readonly TextCondition? _target;

    /// <summary>Compiles a policy.</summary>
    public CompiledPolicy(Policy policy)
    {
        Policy = policy;
        _target = policy switch
        {
            { Level: PolicyLevel.Agent, Target: { } agent } => new(RuleField.AgentId, [new LiteralPattern(agent)]),
            { Level: PolicyLevel.AgentType, Target: { } type } => new(RuleField.AgentType, [new LiteralPattern(type)]),
            _ => null,
        };

        var texts = _target is null ? policy.Conditions.Texts : [_target, .. policy.Conditions.Texts];
        Keys = IndexKeys.All([.. texts.Select(static text => IndexKeys.Of(text.Field, text.Patterns))]);

        // A score is whole: above 69.5 is from 70 on.
        LeastRisk = policy.Conditions.RiskAbove is { } limit ? (int)decimal.Floor(limit) + 1 : 0;
    }

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <inheritdoc/>
    public override IndexKeys Keys { get; }

    /// <inheritdoc/>
    public override int LeastRisk { get; }

    /// <inheritdoc/>
    public override decimal? LeastAmount => Policy.Conditions.AmountAbove;

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(RuleFacts facts) =>
        (_target is null || _target.IsMet(facts)) && Policy.Conditions.AreMet(facts);
}
