using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>What an action must have for a rule to be looked at: a text in a field, or how that text begins or ends.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The text, in lower case.</param>
/// <param name="Match">Which part of the field it is.</param>
internal readonly record struct IndexKey(RuleField Field, string Text, KeyMatch Match = KeyMatch.Whole)
{
    /// <summary>The key of a pattern: the longer one of what is known of its ends; null when nothing is.</summary>
    public static IndexKey? Of(RuleField field, TextPattern pattern)
    {
        if (pattern.Literal is { } literal)
            return new IndexKey(field, literal);
        if (pattern.Prefix.Length == 0 && pattern.Suffix.Length == 0)
            return null;

        return pattern.Prefix.Length >= pattern.Suffix.Length
            ? new IndexKey(field, pattern.Prefix, KeyMatch.Beginning)
            : new IndexKey(field, pattern.Suffix, KeyMatch.End);
    }
}
