namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>The rules that are filed under what one field says.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<string, FiledRule[]> _literals;
    private readonly PrefixTable[] _prefixes;

    /// <summary>Files rules.</summary>
    public FieldIndex(RuleField field, IEnumerable<KeyValuePair<IndexKey, FiledRule[]>> drawers)
    {
        Field = field;
        var all = drawers.ToLookup(static drawer => drawer.Key.IsPrefix);
        _literals = all[false].ToDictionary(static drawer => drawer.Key.Text, static drawer => drawer.Value, StringComparer.Ordinal);
        _prefixes = [.. all[true]
            .GroupBy(static drawer => drawer.Key.Text.Length)
            .OrderBy(static group => group.Key)
            .Select(static group => new PrefixTable(group.Key, group))];
    }

    /// <summary>The field.</summary>
    public RuleField Field { get; }

    /// <summary>Tests the rules that may concern an action and notes those that it satisfies.</summary>
    public void Match(RuleFacts facts, IndexedRule[] rules, ref MatchList matches)
    {
        foreach (var value in facts.ValuesOf(Field))
        {
            if (_literals.TryGetValue(value, out var exact))
                RuleIndex.Test(exact, facts, rules, ref matches);

            // One look-up for each length that occurs, however many prefixes there are.
            foreach (var table in _prefixes)
            {
                if (table.Length > value.Length)
                    break;
                if (table.TryGet(value, out var drawer))
                    RuleIndex.Test(drawer, facts, rules, ref matches);
            }
        }
    }

    private sealed class PrefixTable
    {
        private readonly Dictionary<string, FiledRule[]>.AlternateLookup<ReadOnlySpan<char>> _drawers;

        public PrefixTable(int length, IEnumerable<KeyValuePair<IndexKey, FiledRule[]>> drawers)
        {
            Length = length;
            _drawers = drawers
                .ToDictionary(static drawer => drawer.Key.Text, static drawer => drawer.Value, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public int Length { get; }

        public bool TryGet(string value, out FiledRule[] drawer) => _drawers.TryGetValue(value.AsSpan(0, Length), out drawer!);
    }
}
