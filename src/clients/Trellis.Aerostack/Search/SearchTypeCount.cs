namespace Trellis.Aerostack;

/// <summary>A kind of text, and how many there are. Contract section 2.2.5.</summary>
public sealed record SearchTypeCount : AerostackAnswer
{
    /// <summary>The kind.</summary>
    public string? Type { get; init; }

    /// <summary>How many.</summary>
    public long? Count { get; init; }
}
