namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>The rules that are filed under beginnings, or ends, of one length.</summary>
internal sealed class PartTable
{
    private readonly bool _isEnd;
    private readonly Dictionary<string, FiledRule[]>.AlternateLookup<ReadOnlySpan<char>> _drawers;

    /// <summary>Files rules under keys of the same length.</summary>
    public PartTable(int length, bool isEnd, IEnumerable<KeyValuePair<IndexKey, FiledRule[]>> drawers)
    {
        Length = length;
        _isEnd = isEnd;
        _drawers = drawers
            .ToDictionary(static drawer => drawer.Key.Text, static drawer => drawer.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How long the keys are.</summary>
    public int Length { get; }

    /// <summary>The rules that are filed under a text's beginning, or end; the text is not shorter than the keys.</summary>
    public bool TryGet(string text, out FiledRule[] drawer) =>
        _drawers.TryGetValue(text.AsSpan(_isEnd ? text.Length - Length : 0, Length), out drawer!);
}
