namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>How long records have to be kept (contract, section 6.7).</summary>
internal static class Retention
{
    private const int DefaultYears = 7;

    /// <summary>Until when a record has to be kept: as long as the longest of its regimes asks, and seven years when none does.</summary>
    public static DateTimeOffset Until(DateTimeOffset recordedAt, IReadOnlyList<string> complianceTags)
    {
        var years = 0;
        foreach (var tag in complianceTags)
            years = Math.Max(years, YearsOf(tag));
        return recordedAt.AddYears(years == 0 ? DefaultYears : years);
    }

    private static int YearsOf(string tag) => tag.ToUpperInvariant() switch
    {
        "SOX" => 7,
        "HIPAA" or "GDPR" => 6,
        "FERPA" => 5,
        "CCPA" => 3,
        "PCI" or "PCI-DSS" or "PCI_DSS" => 1,
        _ => 0,
    };
}
