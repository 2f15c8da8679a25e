namespace Trellis.Server.Akshi.Journal;

/// <summary>The journals of agents: append-only, signed, durable. Safe for concurrent use.</summary>
internal interface IJournal
{
    /// <summary>Appends an entry and its receipt.</summary>
    /// <param name="agent">Whose journal.</param>
    /// <param name="tag">By what it is found again; null for nothing.</param>
    /// <param name="text">What it says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Kernel.Storage.StoreException">The store failed; nothing is appended.</exception>
    ValueTask<JournalEntry> AppendAsync(string agent, string? tag, string text, CancellationToken cancellationToken);

    /// <summary>Reads entries after a number, the oldest first.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string agent, long after, int limit, CancellationToken cancellationToken);
}
