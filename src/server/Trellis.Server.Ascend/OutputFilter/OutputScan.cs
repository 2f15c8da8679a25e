using System.Text;
using Trellis.Server.Ascend.Content;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What an agent's output holds that should not leave.</summary>
/// <param name="Result"><see cref="Clean"/>, <see cref="Redacted"/> or <see cref="Blocked"/>.</param>
/// <param name="Matches">Where, in the text as it was given.</param>
/// <param name="Content">The text with masks where the findings were; null when it is clean.</param>
internal sealed record OutputScan(string Result, IReadOnlyList<SensitiveDataMatch> Matches, string? Content)
{
    public const string Clean = "CLEAN";
    public const string Redacted = "REDACTED";
    public const string Blocked = "BLOCKED";

    /// <summary>Scans a text.</summary>
    public static OutputScan Of(string content, OutputFilterSettings settings)
    {
        var matches = settings.IsEnabled
            ? SensitiveDataPatterns.FindAll(content).Where(match => settings.RuleFor(match.Kind).Action != OutputRule.Ignored).ToArray()
            : [];
        if (matches.Length == 0)
            return new OutputScan(Clean, [], null);

        var isBlocked = matches.Any(match => settings.RuleFor(match.Kind).Action == Blocked);
        return new OutputScan(isBlocked ? Blocked : Redacted, matches, Mask(content, matches, settings));
    }

    // Of a private key, the pattern finds only the line that begins it; everything after may belong to it.
    private static string Mask(string content, IReadOnlyList<SensitiveDataMatch> matches, OutputFilterSettings settings)
    {
        var masked = new StringBuilder(content.Length);
        var end = 0;
        foreach (var match in matches)
        {
            masked.Append(content, end, match.Start - end).Append('[').Append(settings.RuleFor(match.Kind).Pattern.ToUpperInvariant()).Append("_REDACTED]");
            end = match.End;
            if (match.Kind is SensitiveDataKind.PrivateKey)
                return masked.ToString();
        }

        return masked.Append(content, end, content.Length - end).ToString();
    }
}
