using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Rules;

/// <summary>What policies and smart rules have to say about one action. Immutable.</summary>
internal sealed record RuleOutcome
{
    /// <summary>Nothing.</summary>
    public static RuleOutcome None { get; } = new();

    /// <summary>The policies whose conditions the action meets, in the order in which they are read.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Those of them that decide, by the strategy; the chief one first.</summary>
    public IReadOnlyList<Policy> Deciding { get; init; } = [];

    /// <summary>The smart rules that the action satisfies.</summary>
    public IReadOnlyList<SmartRule> SmartRules { get; init; } = [];

    /// <summary>What the policies want; null when none has anything to say.</summary>
    public PolicyEffect? PolicyEffect => Deciding.Count > 0 ? Deciding[0].Effect : null;

    /// <summary>The smart rule that demands the most; null when none demands anything.</summary>
    public SmartRule? StrictestSmartRule { get; init; }

    /// <summary>Whether a smart rule raises an alert.</summary>
    public bool RaisesAlert { get; init; }

    /// <summary>Whether a smart rule wants the agent suspended.</summary>
    public bool Quarantines { get; init; }

    /// <summary>The outcome of some matches.</summary>
    public static RuleOutcome Of(IReadOnlyList<Policy> policies, IReadOnlyList<SmartRule> smartRules, ResolutionStrategy strategy)
    {
        SmartRule? strictest = null;
        bool raisesAlert = false, quarantines = false;
        var most = Ascend.Policies.PolicyEffect.Allow;
        for (var index = 0; index < smartRules.Count; index++)
        {
            var action = smartRules[index].EffectiveAction;
            raisesAlert |= SmartRuleActions.RaisesAlert(action);
            quarantines |= action is SmartRuleAction.Quarantine;
            if (SmartRuleActions.Effect(action) > most)
            {
                most = SmartRuleActions.Effect(action);
                strictest = smartRules[index];
            }
        }

        return new RuleOutcome
        {
            Policies = policies,
            Deciding = PolicyResolution.Deciding(policies, strategy),
            SmartRules = smartRules,
            StrictestSmartRule = strictest,
            RaisesAlert = raisesAlert,
            Quarantines = quarantines,
        };
    }
}
