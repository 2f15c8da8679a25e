namespace Trellis.Akshi;

/// <summary>A finding to be posted. Immutable. Contract section 4.2.</summary>
/// <param name="Source">Whose finding it is: the name of an agent.</param>
/// <param name="Severity">How much it matters; a text converts implicitly.</param>
/// <param name="File">Where it comes from; can be empty.</param>
/// <param name="Summary">What it says, in short.</param>
public sealed record FindingRecord(string Source, FindingSeverity Severity, string File, string Summary)
{
    /// <summary>More about it.</summary>
    /// <value><see langword="null"/>: nothing is sent.</value>
    public string? Detail { get; init; }

    /// <summary>When it was found.</summary>
    /// <value><see langword="null"/>: when the runtime is told.</value>
    public DateTimeOffset? Timestamp { get; init; }
}
