using System.Collections.Concurrent;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>One project's database file: one connection writes, a few read. Safe for concurrent use.</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private const int MostReaders = 4;
    private const int Closed = -1;

    private readonly string _path;
    private readonly DatabaseOptions _options;
    private readonly SqliteWorkQueue _writer;
    private readonly SemaphoreSlim _free = new(MostReaders);
    private readonly ConcurrentStack<SqliteLink> _idle = new();
    private int _users;

    /// <summary>Opens the file, which is made if it is missing, readable by its owner alone.</summary>
    public SqliteDatabase(string path, DatabaseOptions options)
    {
        _path = path;
        _options = options;
        var file = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, file).Dispose();
        _writer = new SqliteWorkQueue(new SqliteLink(path, options, isReader: false));
    }

    /// <summary>When it was last used, in ticks of the system.</summary>
    public long LastUsed { get; private set; } = Environment.TickCount64;

    /// <summary>Keeps the database open until <see cref="Leave"/>; false when it is being closed.</summary>
    public bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users != Closed;)
        {
            var before = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (before == users)
                return true;

            users = before;
        }

        return false;
    }

    /// <summary>Ends what <see cref="TryEnter"/> began.</summary>
    public void Leave()
    {
        LastUsed = Environment.TickCount64;
        Interlocked.Decrement(ref _users);
    }

    /// <summary>Lets nobody in any more, if nobody is in.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _users, Closed, 0) == 0;

    /// <summary>Runs statements: on a reader when none of them changes anything or may, else on the writer.</summary>
    public async Task<IReadOnlyList<SqlOutcome>> RunAsync(IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken) =>
        await TryReadAsync(requests, rules, cancellationToken) ?? await _writer.RunAsync(new SqliteWork(requests, rules), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var reader))
            reader.Dispose();
        await _writer.DisposeAsync();
        _free.Dispose();
    }

    private async Task<IReadOnlyList<SqlOutcome>?> TryReadAsync(IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (!_idle.TryPop(out var reader))
                reader = new SqliteLink(_path, _options, isReader: true);
            try
            {
                if (!rules.IsReadOnly && !requests.All(reader.IsReading))
                    return null;

                var outcomes = requests.Select(request => reader.Execute(request, rules, cancellationToken)).ToList();
                cancellationToken.ThrowIfCancellationRequested();
                return outcomes;
            }
            finally
            {
                _idle.Push(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }
}
