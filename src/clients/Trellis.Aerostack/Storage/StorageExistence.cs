namespace Trellis.Aerostack;

/// <summary>Whether there is an object. Contract section 2.2.4.</summary>
public sealed record StorageExistence : AerostackAnswer
{
    /// <summary>Whether there is one.</summary>
    public bool? Exists { get; init; }
}
