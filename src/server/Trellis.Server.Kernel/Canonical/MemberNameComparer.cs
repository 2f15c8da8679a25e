namespace Trellis.Server.Kernel.Canonical;

/// <summary>Compares member names, given as the inside of canonical string tokens, by Unicode code point.</summary>
internal static class MemberNameComparer
{
    /// <summary>Negative, zero or positive, as the first name sorts before, with or after the second.</summary>
    public static int Compare(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (x.IndexOf((byte)'\\') < 0 && y.IndexOf((byte)'\\') < 0)
            return x.SequenceCompareTo(y);

        var left = new JsonStringDecoder(x);
        var right = new JsonStringDecoder(y);
        while (!left.Rest.IsEmpty && !right.Rest.IsEmpty)
        {
            var difference = ReadCodePoint(ref left) - ReadCodePoint(ref right);
            if (difference != 0)
                return difference;
        }

        return left.Rest.Length - right.Rest.Length;
    }

    private static int ReadCodePoint(ref JsonStringDecoder decoder)
    {
        var first = decoder.Read();
        if (first > char.MaxValue || !char.IsHighSurrogate((char)first) || decoder.Rest.IsEmpty)
            return first;

        var ahead = decoder;
        var second = ahead.Read();
        if (second > char.MaxValue || !char.IsLowSurrogate((char)second))
            return first;
        decoder = ahead;
        return char.ConvertToUtf32((char)first, (char)second);
    }
}
