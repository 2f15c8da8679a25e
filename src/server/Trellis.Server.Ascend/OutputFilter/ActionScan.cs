using System.Text.Json;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What the scans of an action's output came to so far.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Result">The worst of the results.</param>
/// <param name="Findings">How many findings there were in all of them.</param>
internal readonly record struct ActionScan(long ActionId, string Result, long Findings)
{
    /// <summary>Writes <c>output_scan_result</c> and <c>output_findings_count</c>; null before the first scan.</summary>
    public static void Write(Utf8JsonWriter json, ActionScan? scan)
    {
        json.WriteString("output_scan_result"u8, scan?.Result);
        if (scan is { } known)
            json.WriteNumber("output_findings_count"u8, known.Findings);
        else
            json.WriteNull("output_findings_count"u8);
    }
}
