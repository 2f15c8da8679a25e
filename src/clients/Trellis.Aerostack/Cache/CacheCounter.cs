namespace Trellis.Aerostack;

/// <summary>A counter. Contract section 2.2.2.</summary>
public sealed record CacheCounter : AerostackAnswer
{
    /// <summary>Its new value.</summary>
    public long? Value { get; init; }
}
