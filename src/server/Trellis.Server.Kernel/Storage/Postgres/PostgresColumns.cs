using System.Text;
using Npgsql;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>The columns of a reader's current row.</summary>
internal sealed class PostgresColumns(NpgsqlDataReader reader) : ISqlColumns
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(column);

    // As text, so that a value of another type is refused as it is on every engine.
    public byte[] Utf8(int column) => Encoding.UTF8.GetBytes(reader.GetString(column));

    public long Integer(int column) => reader.GetInt64(column);

    public double Real(int column) => reader.GetDouble(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
