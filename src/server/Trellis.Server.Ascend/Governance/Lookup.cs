using System.Collections.Concurrent;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>Rows of one organisation that are remembered once they were read, for as long as its registry does not change. Safe for concurrent use.</summary>
/// <param name="load">Reads one; what it answers for a row that does not exist is remembered too.</param>
internal sealed class Lookup<T>(Func<ISqlSession, string, ValueTask<T>> load)
{
    // Names that do not exist are remembered as well, and callers make them up.
    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<string, T> _rows = new(StringComparer.Ordinal);

    /// <summary>What is remembered of a row.</summary>
    public bool TryGet(string id, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T row) => _rows.TryGetValue(id, out row);

    /// <summary>The row, from the store if need be.</summary>
    public async ValueTask<T> GetAsync(ISqlSession session, string id)
    {
        if (_rows.TryGetValue(id, out var row))
            return row;

        row = await load(session, id);
        if (_rows.Count >= Capacity)
            _rows.Clear();
        _rows[id] = row;
        return row;
    }
}
