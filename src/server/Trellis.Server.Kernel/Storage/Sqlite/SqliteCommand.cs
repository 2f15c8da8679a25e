using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>One prepared statement and, while it runs, the columns of its current row.</summary>
internal sealed class SqliteCommand(SqliteConnection connection, sqlite3_stmt statement) : ISqlColumns, IDisposable
{
    private const int BytesOnStack = 512;

    /// <summary>Runs the statement to its end.</summary>
    /// <returns>The number of rows it changed, not counting what its triggers did.</returns>
    public int Execute(ReadOnlySpan<SqlValue> values)
    {
        var before = connection.TotalChanges;
        try
        {
            Bind(values);
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }

        // A statement that changes no rows, such as CREATE TABLE, leaves the count of the one before it.
        return connection.TotalChanges == before ? 0 : connection.LastChanges;
    }

    /// <summary>Runs the statement and maps its rows.</summary>
    public List<T> Query<T>(ReadOnlySpan<SqlValue> values, Func<SqlRow, T> map)
    {
        try
        {
            Bind(values);
            var rows = new List<T>();
            while (Step())
                rows.Add(map(new SqlRow(this)));

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs the statement up to its first row. A statement that changes rows has changed them all by then.</summary>
    public T? QueryFirstOrDefault<T>(ReadOnlySpan<SqlValue> values, Func<SqlRow, T> map)
    {
        try
        {
            Bind(values);
            return Step() ? map(new SqlRow(this)) : default;
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public string Text(int column)
    {
        Require(column, raw.SQLITE_TEXT);
        return raw.sqlite3_column_text(statement, column).utf8_to_string();
    }

    public byte[] Utf8(int column)
    {
        Require(column, raw.SQLITE_TEXT);
        return raw.sqlite3_column_blob(statement, column).ToArray();
    }

    public long Integer(int column)
    {
        Require(column, raw.SQLITE_INTEGER);
        return raw.sqlite3_column_int64(statement, column);
    }

    public double Real(int column)
    {
        Require(column, raw.SQLITE_FLOAT);
        return raw.sqlite3_column_double(statement, column);
    }

    public byte[] Bytes(int column)
    {
        Require(column, raw.SQLITE_BLOB);
        return raw.sqlite3_column_blob(statement, column).ToArray();
    }

    public void Dispose() => statement.Dispose();

    // SQLite would convert; PostgreSQL does not, and code must not come to rely on it.
    private void Require(int column, int type)
    {
        var actual = raw.sqlite3_column_type(statement, column);
        if (actual != type)
            throw new InvalidCastException($"Column {column} holds {NameOf(actual)}, not {NameOf(type)}.");
    }

    private static string NameOf(int type) => type switch
    {
        raw.SQLITE_INTEGER => "an integer",
        raw.SQLITE_FLOAT => "a floating-point number",
        raw.SQLITE_TEXT => "text",
        raw.SQLITE_BLOB => "bytes",
        _ => "null",
    };

    private bool Step()
    {
        var code = raw.sqlite3_step(statement);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw connection.Failure(code),
        };
    }

    // Resetting repeats the failure of the last step, which is known by then. The values go too: they may be large, or secret.
    private void Reset()
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
    }

    private void Bind(ReadOnlySpan<SqlValue> values)
    {
        // $1, $2, … come in this order in the text, and so SQLite counts them the same way.
        for (var index = 0; index < values.Length; index++)
        {
            var code = Bind(index + 1, in values[index]);
            if (code != raw.SQLITE_OK)
                throw connection.Failure(code);
        }
    }

    // An empty span is a null pointer, which SQLite would take for null.
    private int Bind(int number, in SqlValue value) => value switch
    {
        { IsNull: true } => raw.sqlite3_bind_null(statement, number),
        { Type: SqlType.Integer } => raw.sqlite3_bind_int64(statement, number, value.Integer),
        { Type: SqlType.Real } => raw.sqlite3_bind_double(statement, number, value.Real),
        { Type: SqlType.Text, Text: "" } => raw.sqlite3_bind_text(statement, number, ""),
        { Type: SqlType.Text } => BindText(number, value.Text),
        { Type: SqlType.Utf8, Utf8.Count: 0 } => raw.sqlite3_bind_text(statement, number, ""),
        { Type: SqlType.Utf8 } => raw.sqlite3_bind_text(statement, number, (ReadOnlySpan<byte>)value.Utf8),
        { Bytes: [] } => raw.sqlite3_bind_zeroblob(statement, number, 0),
        _ => raw.sqlite3_bind_blob(statement, number, value.Bytes),
    };

    // SQLite would take UTF-16 too, and turn it into UTF-8 character by character.
    private int BindText(int number, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= BytesOnStack)
        {
            Span<byte> bytes = stackalloc byte[BytesOnStack];
            return raw.sqlite3_bind_text(statement, number, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(statement, number, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
