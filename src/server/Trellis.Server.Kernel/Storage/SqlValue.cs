namespace Trellis.Server.Kernel.Storage;

/// <summary>The value of one hole of a <see cref="SqlStatement"/>. Its type is known even when it is null.</summary>
internal readonly struct SqlValue
{
    private readonly object? _reference;
    private readonly long _bits;

    private SqlValue(SqlType type, object? reference, long bits, bool isNull)
    {
        Type = type;
        _reference = reference;
        _bits = bits;
        IsNull = isNull;
    }

    public SqlType Type { get; }

    public bool IsNull { get; }

    public string Text => (string)_reference!;

    public long Integer => _bits;

    public double Real => BitConverter.Int64BitsToDouble(_bits);

    public byte[] Bytes => (byte[])_reference!;

    public ArraySegment<byte> Utf8 => new((byte[])_reference!, (int)(_bits >> 32), (int)_bits);

    public static SqlValue Of(string? value) => new(SqlType.Text, value, 0, value is null);

    public static SqlValue Of(long? value) => new(SqlType.Integer, null, value.GetValueOrDefault(), value is null);

    public static SqlValue Of(double? value) =>
        new(SqlType.Real, null, BitConverter.DoubleToInt64Bits(value.GetValueOrDefault()), value is null);

    public static SqlValue Of(Utf8Text value) => value.Bytes is { Array: { } array } bytes
        ? new(SqlType.Utf8, array, ((long)bytes.Offset << 32) | (uint)bytes.Count, isNull: false)
        : Of("");

    public static SqlValue Of(byte[]? value) => new(SqlType.Bytes, value, 0, value is null);
}
