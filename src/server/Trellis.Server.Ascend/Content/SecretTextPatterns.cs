using System.Buffers;
using System.Text.RegularExpressions;

namespace Trellis.Server.Ascend.Content;

/// <summary>Keys and tokens whose look is known.</summary>
internal static class SecretTextPatterns
{
    private static readonly SearchValues<string> Starts = SearchValues.Create(
        ["sk-", "sk_", "owkai_", "ascend_", "ask_", "whsec_", "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "xox", "AIza", "eyJ", "-----BEGIN"],
        StringComparison.Ordinal);

    private static readonly Regex Pattern = new(
        """
          \b(?:sk-|sk_)[A-Za-z0-9_-]{16,}
        | \b(?:owkai|whsec)_[A-Za-z0-9_\-.=+/]{8,}
        | \b(?:ask|ascend)_(?:live|test|sbx|dev|staging|prod|production)_[A-Za-z0-9_\-.=+/]{4,}
        | \b(?:AKIA|ASIA)[0-9A-Z]{16}\b
        | \b(?:ghp|gho|ghs)_[A-Za-z0-9]{20,}
        | \bgithub_pat_[A-Za-z0-9_]{20,}
        | \bxox[abprs]-[A-Za-z0-9-]{10,}
        | \bAIza[0-9A-Za-z_-]{30,}
        | \beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*
        | -----BEGIN\ (?:[A-Z]+\ ){0,3}PRIVATE\ KEY-----
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    /// <summary>Whether a text holds the start of one.</summary>
    public static bool MayOccurIn(ReadOnlySpan<char> text) => text.ContainsAny(Starts);

    /// <summary>Where they stand.</summary>
    public static Regex.ValueMatchEnumerator Enumerate(ReadOnlySpan<char> text) => Pattern.EnumerateMatches(text);

    /// <summary>What a match is.</summary>
    public static SensitiveDataKind KindOf(ReadOnlySpan<char> match) =>
        match[0] == '-' ? SensitiveDataKind.PrivateKey : SensitiveDataKind.ApiKey;
}
