namespace Trellis.Aerostack;

/// <summary>What a batch came to. A part may have failed. Contract section 2.2.1.</summary>
public sealed record DbBatchResult : AerostackAnswer
{
    /// <summary>What each statement came to, in their order.</summary>
    public IReadOnlyList<DbBatchEntry>? Results { get; init; }

    /// <summary>Whether all were carried out.</summary>
    public bool? Success { get; init; }
}
