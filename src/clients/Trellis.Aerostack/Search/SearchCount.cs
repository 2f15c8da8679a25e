namespace Trellis.Aerostack;

/// <summary>How many texts there are. Contract section 2.2.5.</summary>
public sealed record SearchCount : AerostackAnswer
{
    /// <summary>How many.</summary>
    public long? Count { get; init; }
}
