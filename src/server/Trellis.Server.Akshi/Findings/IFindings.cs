using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Findings;

/// <summary>The findings of the runtime: numbered without gaps, kept in the store. Safe for concurrent use.</summary>
internal interface IFindings
{
    /// <summary>Stores findings together, durably, or none of them.</summary>
    /// <returns>Their numbers, rising, in the order given.</returns>
    /// <exception cref="StoreException">The store failed; nothing is stored.</exception>
    ValueTask<IReadOnlyList<long>> AddAsync(IReadOnlyList<NewFinding> findings, CancellationToken cancellationToken) =>
        AddAsync(findings, static _ => ValueTask.CompletedTask, cancellationToken);

    /// <summary>Stores findings, at least one, and runs other work in the same transaction: both are durable or neither.</summary>
    /// <param name="findings">What to store.</param>
    /// <param name="together">Awaits its session and nothing else; may run more than once (see <see cref="IStore.WriteAsync"/>).</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>Their numbers, rising, in the order given.</returns>
    /// <exception cref="StoreException">The store failed; nothing is stored.</exception>
    ValueTask<IReadOnlyList<long>> AddAsync(
        IReadOnlyList<NewFinding> findings, Func<ISqlSession, ValueTask> together, CancellationToken cancellationToken);
}
