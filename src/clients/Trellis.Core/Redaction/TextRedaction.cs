using System.Text;

namespace Trellis;

/// <summary>Masks whatever one of the patterns finds in text. Credentials that overlap become one mask.</summary>
internal sealed class TextRedaction(RedactionRules rules)
{
    private readonly SecretPattern[] _patterns = [.. rules.Patterns];

    public string Redact(string text)
    {
        Span<SecretMatch> next = _patterns.Length <= 16 ? stackalloc SecretMatch[_patterns.Length] : new SecretMatch[_patterns.Length];
        for (var i = 0; i < next.Length; i++) next[i] = _patterns[i].Find(text, 0);
        var first = IndexOfFirst(next);
        if (first < 0) return text;

        var result = new StringBuilder(text.Length);
        var position = 0;
        for (; first >= 0; first = IndexOfFirst(next))
        {
            var start = next[first].Start;
            result.Append(text, position, start - position);
            if (_patterns[first].KeepsPrefix) result.Append(text, start, _patterns[first].Prefix.Length);
            result.Append(rules.Mask);
            position = EndOfOverlap(next, next[first].End);
            for (var i = 0; i < next.Length; i++)
            {
                if (next[i].Start < position) next[i] = _patterns[i].Find(text, position);
            }
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static int IndexOfFirst(ReadOnlySpan<SecretMatch> matches)
    {
        var first = -1;
        for (var i = 0; i < matches.Length; i++)
        {
            if (matches[i].IsFound && (first < 0 || matches[i].Start < matches[first].Start)) first = i;
        }

        return first;
    }

    private static int EndOfOverlap(ReadOnlySpan<SecretMatch> matches, int end)
    {
        int reached;
        do
        {
            reached = end;
            foreach (var match in matches)
            {
                if (match.Start < end) end = Math.Max(end, match.End);
            }
        }
        while (end != reached);
        return end;
    }
}
