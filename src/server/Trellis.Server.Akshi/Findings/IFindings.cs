namespace Trellis.Server.Akshi.Findings;

/// <summary>The findings of the runtime: numbered without gaps, kept in the store. Safe for concurrent use.</summary>
internal interface IFindings
{
    /// <summary>Stores findings together, durably, or none of them.</summary>
    /// <returns>Their numbers, rising, in the order given.</returns>
    /// <exception cref="Kernel.Storage.StoreException">The store failed; nothing is stored.</exception>
    ValueTask<IReadOnlyList<long>> AddAsync(IReadOnlyList<NewFinding> findings, CancellationToken cancellationToken);
}
