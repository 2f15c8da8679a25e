namespace Trellis.Server.Ascend.Models;

/// <summary>The regimes that a model has to be approved for.</summary>
internal static class Frameworks
{
    /// <summary>All of them.</summary>
    public static string[] All { get; } = ["GDPR", "SOX", "HIPAA", "PCI-DSS"];

    /// <summary>The regime of a text: in any case, and with or without its dash; null when it is none.</summary>
    public static string? Find(string text) =>
        Array.Find(All, name => Plain(name).Equals(Plain(text), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Trim();
}
