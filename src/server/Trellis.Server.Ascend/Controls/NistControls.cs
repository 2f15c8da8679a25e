using System.Collections.Frozen;

namespace Trellis.Server.Ascend.Controls;

/// <summary>The titles of the NIST SP 800-53 controls that actions map to (contract, section 6.3).</summary>
internal static class NistControls
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["AC-3"] = "Access Enforcement",
        ["AC-4"] = "Information Flow Enforcement",
        ["AC-6"] = "Least Privilege",
        ["AU-2"] = "Event Logging",
        ["AU-10"] = "Non-repudiation",
        ["CM-3"] = "Configuration Change Control",
        ["IA-5"] = "Authenticator Management",
        ["MP-6"] = "Media Sanitization",
        ["SA-10"] = "Developer Configuration Management",
        ["SC-7"] = "Boundary Protection",
        ["SC-8"] = "Transmission Confidentiality",
        ["SI-4"] = "System Monitoring",
        ["SI-7"] = "Information Integrity",
        ["SI-12"] = "Information Management and Retention",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A control's title, or null when it is not known here.</summary>
    public static string? TitleOf(string control) => Titles.GetValueOrDefault(control);
}
