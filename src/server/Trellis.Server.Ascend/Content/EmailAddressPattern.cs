using System.Buffers;

namespace Trellis.Server.Ascend.Content;

/// <summary>Finds e-mail addresses from the @ outwards, so that a text without one costs a single vectorised search.</summary>
internal static class EmailAddressPattern
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;

    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-");

    private static readonly SearchValues<char> Domain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>The next address at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out SensitiveDataMatch match)
    {
        for (var at = from; text[at..].IndexOf('@') is >= 0 and var offset;)
        {
            at += offset;
            var before = text[Math.Max(from, at - LongestLocalPart)..at];
            var localLength = before.Length - 1 - before.LastIndexOfAnyExcept(LocalPart);
            var domainLength = DomainLength(text[(at + 1)..]);
            if (localLength > 0 && domainLength > 0)
            {
                match = new(SensitiveDataKind.EmailAddress, at - localLength, localLength + 1 + domainLength);
                return true;
            }

            at++;
        }

        match = default;
        return false;
    }

    // The length of a domain with a dot and a top-level name of two letters or more; 0 when there is none.
    private static int DomainLength(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestDomain)];
        if (text.IndexOfAnyExcept(Domain) is >= 0 and var end)
            text = text[..end];
        text = text.TrimEnd(".-");
        var dot = text.LastIndexOf('.');
        return dot > 0 && text.Length - dot > 2 && !text[(dot + 1)..].ContainsAnyInRange('0', '9') ? text.Length : 0;
    }
}
