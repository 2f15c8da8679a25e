namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>
/// Finds the rules that an action satisfies without looking at all of them: each is filed under the rarest thing that it demands of an
/// action. What demands nothing that can be looked up is sorted by its least amount or its least risk score. Immutable and thread-safe.
/// </summary>
internal sealed class RuleIndex
{
    private readonly IndexedRule[] _rules;
    private readonly FieldIndex[] _fields;
    private readonly (decimal LeastAmount, FiledRule Rule)[] _byAmount;
    private readonly FiledRule[] _others;

    /// <summary>Files rules; their numbers are their places in the list.</summary>
    public RuleIndex(IReadOnlyList<IndexedRule> rules)
    {
        _rules = [.. rules];
        var census = new Dictionary<IndexKey, int>();
        foreach (var rule in _rules)
            rule.Keys.CountIn(census);

        var drawers = new Dictionary<IndexKey, List<FiledRule>>();
        var byAmount = new List<(decimal LeastAmount, FiledRule Rule)>();
        var others = new List<FiledRule>();
        for (var number = 0; number < _rules.Length; number++)
        {
            var filed = new FiledRule(number, _rules[number].LeastRisk);
            if (_rules[number].Keys.Rarest(census, out _) is { } keys)
                File(drawers, keys, filed);
            else if (_rules[number].LeastAmount is { } amount)
                byAmount.Add((amount, filed));
            else
                others.Add(filed);
        }

        _fields = [.. drawers
            .Select(static drawer => KeyValuePair.Create(drawer.Key, Sorted(drawer.Value)))
            .GroupBy(static drawer => drawer.Key.Field)
            .Select(static field => new FieldIndex(field.Key, field))];
        _byAmount = [.. byAmount.OrderBy(static entry => entry.LeastAmount)];
        _others = Sorted(others);
    }

    /// <summary>Notes the numbers of the rules that an action satisfies, each once and in order.</summary>
    public void Match(RuleFacts facts, ref MatchList matches)
    {
        foreach (var field in _fields)
            field.Match(facts, _rules, ref matches);

        if (_byAmount.Length > 0 && facts.Amount is { } amount)
        {
            foreach (var (leastAmount, filed) in _byAmount)
            {
                if (leastAmount > amount)
                    break;
                if (_rules[filed.Rule].IsSatisfiedBy(facts))
                    matches.Add(filed.Rule);
            }
        }

        Test(_others, facts, _rules, ref matches);
        matches.SortAndDeduplicate();
    }

    /// <summary>Tests the rules of a drawer up to the action's risk score.</summary>
    internal static void Test(FiledRule[] drawer, RuleFacts facts, IndexedRule[] rules, ref MatchList matches)
    {
        foreach (var filed in drawer)
        {
            if (filed.LeastRisk > facts.RiskScore)
                return;
            if (rules[filed.Rule].IsSatisfiedBy(facts))
                matches.Add(filed.Rule);
        }
    }

    private static void File(Dictionary<IndexKey, List<FiledRule>> drawers, IReadOnlyList<IndexKey> keys, FiledRule filed)
    {
        foreach (var key in keys.Distinct())
        {
            if (!drawers.TryGetValue(key, out var drawer))
                drawers.Add(key, drawer = []);
            drawer.Add(filed);
        }
    }

    private static FiledRule[] Sorted(List<FiledRule> drawer) => [.. drawer.OrderBy(static filed => filed.LeastRisk)];
}
