using Trellis.Server.Akshi.Findings;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Agents.Memory;

/// <summary>
/// What one agent has seen, in the store and mirrored here. Findings and the memory of what they were made of are kept in one transaction:
/// whenever the server dies, nothing is reported twice and nothing is lost. For one tick at a time.
/// </summary>
internal sealed class AgentMemory(string agent, IStore store, IFindings findings)
{
    // Files without findings are remembered together.
    private const int Batch = 100;

    private readonly Dictionary<string, SeenFile> _changed = new(StringComparer.Ordinal);
    private Dictionary<string, SeenFile>? _files;
    private long _heapBytes;

    /// <summary>What it takes, in bytes; an estimate.</summary>
    public long HeapBytes => Interlocked.Read(ref _heapBytes);

    /// <summary>Reads what is stored, unless it is here already.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_files is not null)
            return;

        var stored = await store.ReadAsync(session => SeenFileTable.ListAsync(session, agent), cancellationToken);
        _files = stored.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        Interlocked.Exchange(ref _heapBytes, stored.Sum(static file => file.HeapBytes));
    }

    /// <summary>What is known of a file; null when it was never read.</summary>
    public SeenFile? Find(string path) => _files!.GetValueOrDefault(path);

    /// <summary>Remembers a file, durably by the time that <see cref="FlushAsync"/> returns.</summary>
    public async Task RememberAsync(SeenFile file, CancellationToken cancellationToken)
    {
        Keep(file);
        _changed[file.Path] = file;
        if (_changed.Count >= Batch)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Stores findings and remembers the file that they were made of, together.</summary>
    public async Task ReportAsync(IReadOnlyList<NewFinding> made, SeenFile file, CancellationToken cancellationToken)
    {
        if (made.Count == 0)
        {
            await RememberAsync(file, cancellationToken);
            return;
        }

        await findings.AddAsync(made, async session => await SeenFileTable.PutAsync(session, agent, file), cancellationToken);
        _changed.Remove(file.Path);
        Keep(file);
    }

    /// <summary>Makes everything that was remembered durable.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_changed.Count == 0)
            return;

        var files = _changed.Values.ToArray();
        await store.WriteAsync(
            async session =>
            {
                foreach (var file in files)
                    await SeenFileTable.PutAsync(session, agent, file);
            },
            cancellationToken);
        _changed.Clear();
    }

    /// <summary>Forgets what is not in the store: it is read anew.</summary>
    public void Close()
    {
        _files = null;
        _changed.Clear();
    }

    private void Keep(SeenFile file)
    {
        var before = _files!.TryGetValue(file.Path, out var known) ? known.HeapBytes : 0;
        _files[file.Path] = file;
        Interlocked.Add(ref _heapBytes, file.HeapBytes - before);
    }
}
