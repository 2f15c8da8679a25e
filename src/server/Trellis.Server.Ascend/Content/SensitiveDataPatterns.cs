namespace Trellis.Server.Ascend.Content;

/// <summary>Finds what looks like sensitive data: for the risk score, where one is enough, and for the output filter, which wants them all.</summary>
internal static class SensitiveDataPatterns
{
    /// <summary>Whether a text holds any.</summary>
    public static bool OccurIn(ReadOnlySpan<char> text)
    {
        if (EmailAddressPattern.TryFind(text, 0, out _))
            return true;

        if (text.ContainsAnyInRange('0', '9'))
        {
            foreach (var candidate in NumberPatterns.Candidates.EnumerateMatches(text))
            {
                if (NumberPatterns.KindOf(text.Slice(candidate.Index, candidate.Length)) is not null)
                    return true;
            }
        }

        return SecretTextPatterns.MayOccurIn(text) && SecretTextPatterns.Enumerate(text).MoveNext();
    }

    /// <summary>All that a text holds, in order. Of several that overlap the first and longest stands.</summary>
    public static IReadOnlyList<SensitiveDataMatch> FindAll(ReadOnlySpan<char> text)
    {
        var found = new List<SensitiveDataMatch>();
        for (var at = 0; at < text.Length && EmailAddressPattern.TryFind(text, at, out var address); at = address.End)
            found.Add(address);

        foreach (var candidate in NumberPatterns.Candidates.EnumerateMatches(text))
        {
            if (NumberPatterns.KindOf(text.Slice(candidate.Index, candidate.Length)) is { } kind)
                found.Add(new(kind, candidate.Index, candidate.Length));
        }

        if (SecretTextPatterns.MayOccurIn(text))
        {
            foreach (var secret in SecretTextPatterns.Enumerate(text))
                found.Add(new(SecretTextPatterns.KindOf(text.Slice(secret.Index, secret.Length)), secret.Index, secret.Length));
        }

        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        RemoveOverlaps(found);
        return found;
    }

    private static void RemoveOverlaps(List<SensitiveDataMatch> sorted)
    {
        var end = 0;
        sorted.RemoveAll(match =>
        {
            if (match.Start < end)
                return true;
            end = match.End;
            return false;
        });
    }
}
