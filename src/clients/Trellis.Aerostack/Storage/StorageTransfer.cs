namespace Trellis.Aerostack;

/// <summary>What became of an object that was to be copied or moved. Contract section 2.2.4.</summary>
public sealed record StorageTransfer : AerostackAnswer
{
    /// <summary>Whether it was.</summary>
    public bool? Success { get; init; }

    /// <summary>The address of the new object.</summary>
    public Uri? Url { get; init; }
}
