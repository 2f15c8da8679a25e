namespace Trellis.Aerostack;

/// <summary>Where an object is. Contract sections 2.1.9 and 2.2.4.</summary>
public sealed record StorageUrl : AerostackAnswer
{
    /// <summary>Its address.</summary>
    public Uri? Url { get; init; }
}
