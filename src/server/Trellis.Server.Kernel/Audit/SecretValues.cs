using System.Buffers;
using System.Text;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Finds secrets in a text by their look. The texts come from callers, so the search takes time that grows with the length of the text alone;
/// and it runs with the first audit record of every start, where making a regular expression that does not backtrack would cost more than all
/// else about the record.
/// </summary>
internal static class SecretValues
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private const string TokenStart = "eyJ";
    private const string Bearer = "bearer";

    private static readonly SearchValues<string> Starts = SearchValues.Create(
        ["sk-", "sk_", TokenStart, Bearer, "owkai_", "ac_secret_", "ask_", "ascend_", "whsec_"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Prefixes = ["owkai_", "ac_secret_", "whsec_"];
    private static readonly string[] StagedPrefixes = ["sk_", "ask_", "ascend_"];
    private static readonly string[] Stages = ["live_", "test_", "sbx_", "dev_", "staging_", "prod_", "production_"];

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create(Letters);
    private static readonly SearchValues<char> SignatureCharacters = SearchValues.Create(Letters + ".");
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Letters + ".=+/");
    private static readonly SearchValues<char> BearerCharacters = SearchValues.Create(Letters + "._~+/=");

    /// <summary>Where a secret may start; negative where none does.</summary>
    public static int IndexOfStart(ReadOnlySpan<char> text) => text.IndexOfAny(Starts);

    /// <summary>Replaces each secret.</summary>
    public static string Replace(string text, string mask)
    {
        StringBuilder? replaced = null;
        var (copied, noTokenBefore) = (0, 0);
        for (var at = 0; IndexOfStart(text.AsSpan(at)) is var found and >= 0;)
        {
            at += found;
            var length = BeginsWord(text, at, copied) ? LengthAt(text, at, ref noTokenBefore) : 0;
            if (length > 0)
            {
                replaced ??= new StringBuilder(text.Length);
                replaced.Append(text, copied, at - copied).Append(mask);
                copied = at + length;
            }

            at += Math.Max(length, 1);
        }

        return replaced is null ? text : replaced.Append(text, copied, text.Length - copied).ToString();
    }

    // A letter or digit before the start means that the start is the end of a longer word, such as "task-management-framework".
    private static bool BeginsWord(string text, int at, int lastEnd) => at == 0 || (at > lastEnd && !char.IsAsciiLetterOrDigit(text[at - 1]));

    private static int LengthAt(string text, int at, ref int noTokenBefore)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("sk-"))
            return LengthOf("sk-".Length, rest, WordCharacters, atLeast: 16);
        if (rest.StartsWith(TokenStart))
            return at < noTokenBefore ? 0 : TokenLength(text, at, ref noTokenBefore);
        if (rest.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return BearerLength(rest);

        foreach (var prefix in Prefixes)
        {
            if (rest.StartsWith(prefix))
                return LengthOf(prefix.Length, rest, KeyCharacters, atLeast: 4);
        }

        foreach (var prefix in StagedPrefixes)
        {
            if (rest.StartsWith(prefix))
                return StagedLength(prefix.Length, rest);
        }

        return 0;
    }

    private static int StagedLength(int prefix, ReadOnlySpan<char> rest)
    {
        foreach (var stage in Stages)
        {
            if (rest[prefix..].StartsWith(stage))
                return LengthOf(prefix + stage.Length, rest, KeyCharacters, atLeast: 4);
        }

        return 0;
    }

    private static int BearerLength(ReadOnlySpan<char> rest)
    {
        var blanks = Run(rest[Bearer.Length..].IndexOfAnyExcept(' ', '\t'), rest.Length - Bearer.Length);
        return blanks == 0 ? 0 : LengthOf(Bearer.Length + blanks, rest, BearerCharacters, atLeast: 8);
    }

    // Three parts with dots between them. Where a word leads to none, no later start in the same word does: it would be read again for each.
    private static int TokenLength(string text, int at, ref int noTokenBefore)
    {
        var rest = text.AsSpan(at);
        var header = LengthOf(TokenStart.Length, rest, WordCharacters, atLeast: 1);
        var payload = Dotted(rest, header);
        var signature = Dotted(rest, payload == 0 ? 0 : LengthOf(payload, rest, WordCharacters, atLeast: 1));
        if (signature > 0)
            return LengthOf(signature, rest, SignatureCharacters, atLeast: 0);

        noTokenBefore = at + Math.Max(header, TokenStart.Length);
        return 0;
    }

    // Behind the dot at the end of a part; 0 when there is no such part or no dot.
    private static int Dotted(ReadOnlySpan<char> rest, int end) => end > 0 && end < rest.Length && rest[end] == '.' ? end + 1 : 0;

    // Where a part that begins at a place ends; 0 when it is too short.
    private static int LengthOf(int begin, ReadOnlySpan<char> rest, SearchValues<char> characters, int atLeast)
    {
        var run = Run(rest[begin..].IndexOfAnyExcept(characters), rest.Length - begin);
        return run >= atLeast ? begin + run : 0;
    }

    private static int Run(int end, int length) => end < 0 ? length : end;
}
