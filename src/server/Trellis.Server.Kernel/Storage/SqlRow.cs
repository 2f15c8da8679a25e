using System.Data.Common;

namespace Trellis.Server.Kernel.Storage;

/// <summary>The current row of a query, read by column position. Valid only inside the mapping function.</summary>
public readonly struct SqlRow(DbDataReader reader)
{
    /// <summary>Whether the column is null.</summary>
    public bool IsNull(int column) => reader.IsDBNull(column);

    /// <summary>Reads text.</summary>
    public string Text(int column) => reader.GetString(column);

    /// <summary>Reads text that may be null.</summary>
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Reads a 64-bit integer.</summary>
    public long Integer(int column) => reader.GetInt64(column);

    /// <summary>Reads a 64-bit integer that may be null.</summary>
    public long? IntegerOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>Reads a boolean, which the schema stores as the integer 0 or 1.</summary>
    public bool Boolean(int column) => reader.GetInt64(column) != 0;

    /// <summary>Reads a boolean that may be null.</summary>
    public bool? BooleanOrNull(int column) => reader.IsDBNull(column) ? null : Boolean(column);

    /// <summary>Reads a floating-point number.</summary>
    public double Real(int column) => reader.GetDouble(column);

    /// <summary>Reads a floating-point number that may be null.</summary>
    public double? RealOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    /// <summary>Reads bytes.</summary>
    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    /// <summary>Reads bytes that may be null.</summary>
    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);

    /// <summary>Reads a point in time, which the schema stores as Unix microseconds.</summary>
    public DateTimeOffset Time(int column) => UnixTime.FromMicroseconds(reader.GetInt64(column));

    /// <summary>Reads a point in time that may be null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);
}
