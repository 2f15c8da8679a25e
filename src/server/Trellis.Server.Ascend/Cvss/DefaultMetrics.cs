namespace Trellis.Server.Ascend.Cvss;

/// <summary>Makes metrics from the short form that the catalogue is written in.</summary>
internal static class DefaultMetrics
{
    /// <summary>The default metrics with the given impacts: <c>C/I/A</c>, each N, L or H, followed by <c> changed</c> when the scope is.</summary>
    public static CvssMetrics From(string impacts) => new()
    {
        Confidentiality = ImpactOf(impacts[0]),
        Integrity = ImpactOf(impacts[2]),
        Availability = ImpactOf(impacts[4]),
        Scope = impacts.EndsWith(" changed", StringComparison.Ordinal) ? Scope.Changed : Scope.Unchanged,
    };

    private static Impact ImpactOf(char letter) => letter switch
    {
        'H' => Impact.High,
        'L' => Impact.Low,
        _ => Impact.None,
    };
}
