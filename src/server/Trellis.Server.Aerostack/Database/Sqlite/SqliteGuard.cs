using System.Collections.Frozen;
using SQLitePCL;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>
/// Decides what statements of callers may do, as SQLite's authorizer (https://sqlite.org/c3ref/set_authorizer.html), and notes what the one
/// being prepared wants. Used with one connection, and as this by one caller at a time.
/// </summary>
internal sealed class SqliteGuard
{
    // Full text search asks for the version of the data by itself.
    private static readonly FrozenSet<string> Pragmas = FrozenSet.ToFrozenSet(
        ["data_version", "table_list", "table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Functions = FrozenSet.ToFrozenSet(
        ["load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Modules = FrozenSet.ToFrozenSet(["fts5", "fts5vocab", "rtree"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Schemas = FrozenSet.ToFrozenSet(
        ["sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Internals = FrozenSet.ToFrozenSet(
        ["sqlite_dbpage", "sqlite_dbdata", "sqlite_dbptr", "sqlite_stmt", "dbstat", "bytecode", "tables_used"], StringComparer.OrdinalIgnoreCase);

    private bool _isCaller;

    /// <summary>Whether the statement changes the schema.</summary>
    public bool ChangesSchema { get; private set; }

    /// <summary>Whether the statement reads the table that SQLite keeps the schema in.</summary>
    public bool ReadsSchema { get; private set; }

    /// <summary>What was refused; null for nothing.</summary>
    public string? Refused { get; private set; }

    /// <summary>From now on statements are the caller's.</summary>
    public void Enter() => (_isCaller, ChangesSchema, ReadsSchema, Refused) = (true, false, false, null);

    /// <summary>From now on statements are the server's own.</summary>
    public void Leave() => _isCaller = false;

    /// <summary>The authorizer.</summary>
    public int Authorize(object data, int action, string first, string second, string database, string innermost)
    {
        if (!_isCaller)
            return raw.SQLITE_OK;

        switch (action)
        {
            case raw.SQLITE_ATTACH or raw.SQLITE_DETACH:
                return Refuse("ATTACH, DETACH and VACUUM");
            case raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT:
                return Refuse("Transaction statements");
            case raw.SQLITE_CREATE_TEMP_TABLE or raw.SQLITE_CREATE_TEMP_INDEX or raw.SQLITE_CREATE_TEMP_TRIGGER or raw.SQLITE_CREATE_TEMP_VIEW:
                return Refuse("Temporary tables, indexes, triggers and views");
            case raw.SQLITE_PRAGMA:
                return Pragmas.Contains(first) ? raw.SQLITE_OK : Refuse($"PRAGMA {first}");
            case raw.SQLITE_FUNCTION:
                return Functions.Contains(second) ? Refuse($"The function {second}") : raw.SQLITE_OK;
            case raw.SQLITE_CREATE_VTABLE when !Modules.Contains(second):
                return Refuse($"The module {second}");
            case raw.SQLITE_READ when Internals.Contains(first):
                return Refuse($"The table {first}");
            case raw.SQLITE_READ when Schemas.Contains(first):
                ReadsSchema = true;
                return raw.SQLITE_OK;
            case raw.SQLITE_CREATE_INDEX or raw.SQLITE_CREATE_TABLE or raw.SQLITE_CREATE_TRIGGER or raw.SQLITE_CREATE_VIEW or raw.SQLITE_CREATE_VTABLE
                or raw.SQLITE_DROP_INDEX or raw.SQLITE_DROP_TABLE or raw.SQLITE_DROP_TRIGGER or raw.SQLITE_DROP_VIEW or raw.SQLITE_DROP_VTABLE
                or raw.SQLITE_ALTER_TABLE or raw.SQLITE_REINDEX or raw.SQLITE_ANALYZE:
                ChangesSchema = true;
                return raw.SQLITE_OK;
            default:
                return raw.SQLITE_OK;
        }
    }

    private int Refuse(string what)
    {
        Refused ??= $"{what} may not be used here.";
        return raw.SQLITE_DENY;
    }
}
