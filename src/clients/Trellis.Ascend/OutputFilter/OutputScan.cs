using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What the output filter says about a text. Contract section 2.14.</summary>
public sealed record OutputScan : AscendAnswer
{
    /// <summary><c>CLEAN</c>, <c>REDACTED</c> or <c>BLOCKED</c>.</summary>
    public string? Result { get; init; }

    /// <summary>How much was found.</summary>
    public int? FindingsCount { get; init; }

    /// <summary>What was found. Never null.</summary>
    public IReadOnlyList<OutputFinding> Findings { get; init => field = value ?? []; } = [];

    /// <summary>The text without it.</summary>
    public string? RedactedContent { get; init; }

    /// <summary>Whether the text may be shown as it is. A word that is not known says no.</summary>
    [JsonIgnore]
    public bool IsClean => string.Equals(Result, "CLEAN", StringComparison.OrdinalIgnoreCase);
}
