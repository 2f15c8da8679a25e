using System.Buffers;

namespace Trellis.Server.Ascend.Content;

/// <summary>Rules that are looked for together: one vectorised pass over the text decides whether any pattern has to run at all.</summary>
internal sealed class ContentRuleSet(params ContentRule[] rules)
{
    /// <summary>How much of a text is looked at, in characters.</summary>
    public const int LongestText = 262_144;

    private const int ScoreOfUnread = 80;

    private static readonly ContentFinding Unread = new(
        "unread_text", FindingSeverity.High, "The text is longer than what is inspected, so that a person has to look at it.");

    private readonly SearchValues<string> _triggers =
        SearchValues.Create([.. rules.SelectMany(static rule => rule.Triggers)], StringComparison.OrdinalIgnoreCase);

    // Apart from the texts: a single character among them would cost the search its vectorisation.
    private readonly SearchValues<char> _triggerCharacters =
        SearchValues.Create(string.Concat(rules.Select(static rule => rule.TriggerCharacters)));

    /// <summary>Checks a text, or several that are separated by U+0000.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether there was more of it than fits.</param>
    public ContentCheck Check(ReadOnlySpan<char> text, bool isCut = false)
    {
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
            isCut = true;
        }

        if (!isCut && !text.ContainsAny(_triggers) && !text.ContainsAny(_triggerCharacters))
            return ContentCheck.Clean;

        var blocked = false;
        var score = 0;
        List<ContentFinding>? findings = null;
        foreach (var rule in rules)
        {
            if (!rule.Matches(text))
                continue;
            (findings ??= []).Add(rule.Finding);
            blocked |= rule.Blocks;
            score = Math.Max(score, rule.Score);
        }

        if (isCut)
        {
            (findings ??= []).Add(Unread);
            score = Math.Max(score, ScoreOfUnread);
        }

        return findings is null ? ContentCheck.Clean : new ContentCheck(blocked, score, findings);
    }
}
