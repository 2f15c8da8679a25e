using System.Text;

namespace Trellis.Ascend;

/// <summary>
/// Compares texts by Unicode code point. An ordinal comparison does not: in UTF-16, characters outside the basic plane begin with a
/// unit that is smaller than some inside it.
/// </summary>
internal sealed class CodePointComparer : IComparer<string>
{
    private CodePointComparer()
    {
    }

    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();

        // What is the same need not be looked at, save that a pair must not be torn apart.
        var same = left.CommonPrefixLength(right);
        same -= same > 0 && char.IsHighSurrogate(left[same - 1]) ? 1 : 0;
        left = left[same..];
        right = right[same..];
        if (left is [< '\ud800' and var first, ..] && right is [< '\ud800' and var second, ..])
        {
            return first - second;
        }

        while (!left.IsEmpty && !right.IsEmpty)
        {
            var difference = Take(ref left) - Take(ref right);
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Length - right.Length;
    }

    /// <summary>Takes the first code point off; half of a surrogate pair on its own is one.</summary>
    private static int Take(ref ReadOnlySpan<char> text)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            text = text[length..];
            return rune.Value;
        }

        var half = text[0];
        text = text[1..];
        return half;
    }
}
