using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>Turns SQLite's result codes (https://sqlite.org/rescode.html) into the store's exception.</summary>
internal static class SqliteErrors
{
    public static StoreException Translate(SqliteException error) =>
        new($"SQLite failed with code {error.SqliteExtendedErrorCode}: {error.Message}", error) { Failure = FailureOf(error.SqliteErrorCode) };

    private static StoreFailure FailureOf(int code) => code switch
    {
        raw.SQLITE_CONSTRAINT => StoreFailure.Constraint,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => StoreFailure.Unavailable,
        _ => StoreFailure.Engine,
    };
}
