using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Ascend.Cvss;

/// <summary>Reads and writes vector strings such as <c>CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N</c> (CVSS 3.1, section 6).</summary>
internal static class CvssVector
{
    private const string Start = "CVSS:3.1/";
    private const int MetricCount = 8;

    // The letters of the values, in the order of the enumerations.
    private const string AttackVectors = "NALP";
    private const string Complexities = "LH";
    private const string Privileges = "NLH";
    private const string Interactions = "NR";
    private const string Scopes = "UC";
    private const string Impacts = "NLH";

    /// <summary>Writes the base metrics in the specification's order.</summary>
    public static string Format(in CvssMetrics metrics) => string.Create(Start.Length + 35, metrics, static (text, m) =>
        text.TryWrite(
            $"{Start}AV:{AttackVectors[(int)m.AttackVector]}/AC:{Complexities[(int)m.AttackComplexity]}/PR:{Privileges[(int)m.PrivilegesRequired]}/UI:{Interactions[(int)m.UserInteraction]}/S:{Scopes[(int)m.Scope]}/C:{Impacts[(int)m.Confidentiality]}/I:{Impacts[(int)m.Integrity]}/A:{Impacts[(int)m.Availability]}",
            out _));

    /// <summary>
    /// Reads a base vector: every base metric once, in any order; metrics of the other groups are refused, since the base score does not
    /// know them.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? vector, out CvssMetrics metrics)
    {
        metrics = new();
        if (vector is null || !vector.StartsWith(Start, StringComparison.Ordinal))
            return false;

        var seen = 0;
        var count = 0;
        var text = vector.AsSpan(Start.Length);
        foreach (var range in text.Split('/'))
        {
            var part = text[range];
            var colon = part.IndexOf(':');
            if (colon < 0 || part.Length != colon + 2 || Read(part[..colon], part[^1], ref metrics) is not { } metric || (seen & metric) != 0)
                return false;
            seen |= metric;
            count++;
        }

        return count == MetricCount;
    }

    // The metric's bit, or null when the name or the value is not known.
    private static int? Read(ReadOnlySpan<char> name, char value, ref CvssMetrics metrics)
    {
        switch (name)
        {
            case "AV" when AttackVectors.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { AttackVector = (AttackVector)at };
                return 1;
            case "AC" when Complexities.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { AttackComplexity = (AttackComplexity)at };
                return 2;
            case "PR" when Privileges.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { PrivilegesRequired = (PrivilegesRequired)at };
                return 4;
            case "UI" when Interactions.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { UserInteraction = (UserInteraction)at };
                return 8;
            case "S" when Scopes.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { Scope = (Scope)at };
                return 16;
            case "C" when Impacts.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { Confidentiality = (Impact)at };
                return 32;
            case "I" when Impacts.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { Integrity = (Impact)at };
                return 64;
            case "A" when Impacts.IndexOf(value) is >= 0 and var at:
                metrics = metrics with { Availability = (Impact)at };
                return 128;
            default:
                return null;
        }
    }
}
