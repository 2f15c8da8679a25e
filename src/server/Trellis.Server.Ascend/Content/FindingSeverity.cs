namespace Trellis.Server.Ascend.Content;

/// <summary>The words for how bad a finding is.</summary>
internal static class FindingSeverity
{
    /// <summary>Worth a note.</summary>
    public const string Low = "low";

    /// <summary>Worth a look.</summary>
    public const string Medium = "medium";

    /// <summary>Worth a person's decision.</summary>
    public const string High = "high";

    /// <summary>Worth refusing.</summary>
    public const string Critical = "critical";
}
