using System.Collections.Concurrent;
using System.Text.Json;
using SQLitePCL;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>A file per project, in the folder <c>aerostack</c> of the data directory. Of many, those used last stay open.</summary>
internal sealed class SqliteProjectDatabases : IProjectDatabases
{
    private const int MostOpen = 64;

    // Shadow tables are the insides of virtual ones.
    private const string Describe =
        """
        SELECT t.name AS "table", t.type AS kind, c.name AS name, c.type AS type, c."notnull" AS required, c.pk AS place
        FROM pragma_table_list() t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual') AND substr(t.name, 1, 7) <> 'sqlite_'
        ORDER BY t.name, c.cid
        """;

    private readonly string _folder;
    private readonly DatabaseOptions _options;
    private readonly ConcurrentDictionary<string, Lazy<SqliteDatabase>> _open = new(StringComparer.Ordinal);

    static SqliteProjectDatabases() => Batteries_V2.Init();

    public SqliteProjectDatabases(DataFolder data, DatabaseOptions options)
    {
        _options = options;
        _folder = Path.Combine(data.Path, "aerostack");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SqlOutcome>> RunAsync(
        string projectId, IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken)
    {
        var database = Enter(projectId);
        try
        {
            return await database.RunAsync(requests, rules, cancellationToken);
        }
        finally
        {
            database.Leave();
            await CloseIdleAsync();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SqlColumn>> DescribeAsync(string projectId, CancellationToken cancellationToken)
    {
        var outcome = (await RunAsync(projectId, [new SqlRequest(Describe, [])], SqlRules.Reading, cancellationToken))[0];
        if (outcome.Failure is { } failure)
            throw new StoreException($"SQLite failed on a project's database: {failure.Message}");

        using var rows = JsonDocument.Parse(outcome.Rows);
        return [.. rows.RootElement.EnumerateArray().Select(static row => new SqlColumn(
            row.GetProperty("table"u8).GetString()!,
            row.GetProperty("kind"u8).GetString() == "view",
            row.GetProperty("name"u8).GetString()!,
            row.GetProperty("type"u8).GetString()!,
            row.GetProperty("required"u8).GetInt64() != 0,
            row.GetProperty("place"u8).GetInt64() != 0))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var database in _open.Values.Where(static database => database.IsValueCreated))
            await database.Value.DisposeAsync();
        _open.Clear();
    }

    private SqliteDatabase Enter(string projectId)
    {
        while (true)
        {
            var database = _open.GetOrAdd(projectId, id => new Lazy<SqliteDatabase>(() => Open(id)));
            try
            {
                if (database.Value.TryEnter())
                    return database.Value;
            }
            catch
            {
                // A lazy value remembers its failure; the next request tries again.
                _open.TryRemove(KeyValuePair.Create(projectId, database));
                throw;
            }
        }
    }

    // The id is made by the server: letters, digits and an underscore.
    private SqliteDatabase Open(string projectId)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SqliteDatabase(Path.Combine(_folder, $"{projectId}.db"), _options);
    }

    private async ValueTask CloseIdleAsync()
    {
        if (_open.Count <= MostOpen)
            return;

        foreach (var (projectId, database) in _open.Where(static pair => pair.Value.IsValueCreated).OrderBy(static pair => pair.Value.Value.LastUsed))
        {
            if (_open.Count <= MostOpen)
                return;
            if (!database.Value.TryClose())
                continue;

            // Closed before it is forgotten: the file has one writer at any time.
            await database.Value.DisposeAsync();
            _open.TryRemove(KeyValuePair.Create(projectId, database));
        }
    }
}
