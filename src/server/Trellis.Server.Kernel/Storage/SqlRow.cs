namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// The current row of a query, read by column position. Valid only inside the mapping function. Reading a null, or a value of another
/// type, throws <see cref="InvalidCastException"/>.
/// </summary>
public readonly struct SqlRow
{
    private readonly ISqlColumns _columns;

    internal SqlRow(ISqlColumns columns) => _columns = columns;

    /// <summary>Whether the column is null.</summary>
    public bool IsNull(int column) => _columns.IsNull(column);

    /// <summary>Reads text.</summary>
    public string Text(int column) => _columns.Text(column);

    /// <summary>Reads text that may be null.</summary>
    public string? TextOrNull(int column) => _columns.IsNull(column) ? null : _columns.Text(column);

    /// <summary>Reads text without making a string of it.</summary>
    public Utf8Text Utf8(int column) => new(_columns.Utf8(column));

    /// <summary>Reads a 64-bit integer.</summary>
    public long Integer(int column) => _columns.Integer(column);

    /// <summary>Reads a 64-bit integer that may be null.</summary>
    public long? IntegerOrNull(int column) => _columns.IsNull(column) ? null : _columns.Integer(column);

    /// <summary>Reads a boolean, which the schema stores as the integer 0 or 1.</summary>
    public bool Boolean(int column) => _columns.Integer(column) != 0;

    /// <summary>Reads a boolean that may be null.</summary>
    public bool? BooleanOrNull(int column) => _columns.IsNull(column) ? null : Boolean(column);

    /// <summary>Reads a floating-point number.</summary>
    public double Real(int column) => _columns.Real(column);

    /// <summary>Reads a floating-point number that may be null.</summary>
    public double? RealOrNull(int column) => _columns.IsNull(column) ? null : _columns.Real(column);

    /// <summary>Reads bytes.</summary>
    public byte[] Bytes(int column) => _columns.Bytes(column);

    /// <summary>Reads bytes that may be null.</summary>
    public byte[]? BytesOrNull(int column) => _columns.IsNull(column) ? null : Bytes(column);

    /// <summary>Reads a point in time, which the schema stores as Unix microseconds.</summary>
    public DateTimeOffset Time(int column) => UnixTime.FromMicroseconds(_columns.Integer(column));

    /// <summary>Reads a point in time that may be null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => _columns.IsNull(column) ? null : Time(column);
}
