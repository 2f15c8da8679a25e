namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>The rules that are filed under what one field says.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<string, FiledRule[]> _wholes;
    private readonly PartTable[] _parts;

    /// <summary>Files rules.</summary>
    public FieldIndex(RuleField field, IEnumerable<KeyValuePair<IndexKey, FiledRule[]>> drawers)
    {
        Field = field;
        var all = drawers.ToLookup(static drawer => drawer.Key.Match);
        _wholes = all[KeyMatch.Whole].ToDictionary(static drawer => drawer.Key.Text, static drawer => drawer.Value, StringComparer.Ordinal);
        _parts = [.. Tables(all[KeyMatch.Beginning], isEnd: false).Concat(Tables(all[KeyMatch.End], isEnd: true)).OrderBy(static table => table.Length)];
    }

    /// <summary>The field.</summary>
    public RuleField Field { get; }

    /// <summary>Tests the rules that may concern an action and notes those that it satisfies.</summary>
    public void Match(RuleFacts facts, IndexedRule[] rules, ref MatchList matches)
    {
        foreach (var value in facts.ValuesOf(Field))
        {
            if (_wholes.TryGetValue(value, out var whole))
                RuleIndex.Test(whole, facts, rules, ref matches);

            // One look-up for each length that occurs, however many keys there are.
            foreach (var table in _parts)
            {
                if (table.Length > value.Length)
                    break;
                if (table.TryGet(value, out var drawer))
                    RuleIndex.Test(drawer, facts, rules, ref matches);
            }
        }
    }

    private static IEnumerable<PartTable> Tables(IEnumerable<KeyValuePair<IndexKey, FiledRule[]>> drawers, bool isEnd) =>
        drawers.GroupBy(static drawer => drawer.Key.Text.Length).Select(group => new PartTable(group.Key, isEnd, group));
}
