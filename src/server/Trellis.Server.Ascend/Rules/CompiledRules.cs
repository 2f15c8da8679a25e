using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules.Indexing;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Rules;

/// <summary>
/// The active policies and smart rules of an organisation, compiled once. To judge an action costs what the rules cost that may concern it,
/// not what there are. Immutable and thread-safe.
/// </summary>
internal sealed class CompiledRules
{
    private const int MatchesOnStack = 64;

    private readonly Policy[] _policies;
    private readonly SmartRule[] _smartRules;
    private readonly RuleIndex _index;

    private CompiledRules(Policy[] policies, SmartRule[] smartRules, ResolutionStrategy strategy)
    {
        _policies = policies;
        _smartRules = smartRules;
        Strategy = strategy;
        _index = new RuleIndex(
            [.. policies.Select(static policy => new CompiledPolicy(policy)), .. smartRules.Select(static rule => new CompiledSmartRule(rule))]);
    }

    /// <summary>No rules.</summary>
    public static CompiledRules Empty { get; } = Compile([], [], ResolutionStrategy.MostRestrictive);

    /// <summary>Which of several policies decide.</summary>
    public ResolutionStrategy Strategy { get; }

    /// <summary>Compiles policies and rules; those that are not active are left out.</summary>
    public static CompiledRules Compile(
        IEnumerable<Policy> policies, IEnumerable<SmartRule> smartRules, ResolutionStrategy strategy = ResolutionStrategy.MostRestrictive) =>
        new(
            [.. policies.Where(static policy => policy.IsActive)
                .OrderBy(static policy => policy.Level).ThenBy(static policy => policy.Priority).ThenBy(static policy => policy.Id)],
            [.. smartRules.Where(static rule => rule.IsActive).OrderBy(static rule => rule.Id)],
            strategy);

    /// <summary>Judges an action.</summary>
    public RuleOutcome Evaluate(ProposedAction action, int riskScore) => Evaluate(new RuleFacts(action, riskScore));

    /// <summary>Judges an action.</summary>
    public RuleOutcome Evaluate(RuleFacts facts)
    {
        var matches = new MatchList(stackalloc int[MatchesOnStack]);
        try
        {
            _index.Match(facts, ref matches);
            return matches.Count == 0 ? RuleOutcome.None : Outcome(matches.Numbers);
        }
        finally
        {
            matches.Dispose();
        }
    }

    private RuleOutcome Outcome(ReadOnlySpan<int> numbers)
    {
        // Numbers are in order, and the policies come before the smart rules.
        var policyCount = numbers.BinarySearch(_policies.Length);
        policyCount = policyCount < 0 ? ~policyCount : policyCount;

        var policies = policyCount == 0 ? [] : new Policy[policyCount];
        for (var index = 0; index < policies.Length; index++)
            policies[index] = _policies[numbers[index]];

        var smartRules = policyCount == numbers.Length ? [] : new SmartRule[numbers.Length - policyCount];
        for (var index = 0; index < smartRules.Length; index++)
            smartRules[index] = _smartRules[numbers[policyCount + index] - _policies.Length];

        return RuleOutcome.Of(policies, smartRules, Strategy);
    }
}
