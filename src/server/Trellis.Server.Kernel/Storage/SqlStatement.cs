using System.Runtime.CompilerServices;

namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// SQL written as an interpolated string whose holes become parameters, never text:
/// <c>session.ExecuteAsync($"DELETE FROM askii_keys WHERE id = {id}")</c>. A hole of type <see cref="SqlFragment"/> is the one exception.
/// A hole takes the types that both engines store alike; anything else does not compile.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlStatement
{
    private static readonly string[] ParameterNames = [.. Enumerable.Range(1, 64).Select(number => $"${number}")];

    private readonly SqlValue[] _values;
    private readonly string[] _parts;
    private int _valueCount;
    private int _partCount;

    /// <summary>Called by the compiler.</summary>
    public SqlStatement(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _values = formattedCount == 0 ? [] : new SqlValue[formattedCount];
        _parts = new string[(2 * formattedCount) + 1];
    }

    /// <summary>The SQL, with <c>$1</c>, <c>$2</c>, … where the values belong.</summary>
    public string Text => field ??= _partCount == 1 ? _parts[0] : string.Concat(_parts.AsSpan(0, _partCount)!);

    /// <summary>The SQL in the parts it was written in.</summary>
    internal ReadOnlySpan<string> Parts => _parts.AsSpan(0, _partCount);

    /// <summary>The values, in the order of their holes.</summary>
    internal ReadOnlySpan<SqlValue> Values => _values.AsSpan(0, _valueCount);

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string value) => _parts[_partCount++] = value;

    /// <summary>Called by the compiler for a hole that is trusted SQL of our own.</summary>
    public void AppendFormatted(SqlFragment value) => _parts[_partCount++] = value.Text;

    /// <summary>Called by the compiler for a hole of text.</summary>
    /// <exception cref="ArgumentException">The text is not <see cref="StorableText"/>.</exception>
    public void AppendFormatted(string? value)
    {
        if (!StorableText.IsValid(value))
            throw new ArgumentException("Text for the store must be well-formed Unicode without U+0000.", nameof(value));

        Append(SqlValue.Of(value));
    }

    /// <summary>Called by the compiler for a hole of text in UTF-8.</summary>
    public void AppendFormatted(Utf8Text value) => Append(SqlValue.Of(value));

    /// <summary>Called by the compiler for a hole of a whole number.</summary>
    public void AppendFormatted(long value) => Append(SqlValue.Of(value));

    /// <summary>Called by the compiler for a hole of a whole number that may be null.</summary>
    public void AppendFormatted(long? value) => Append(SqlValue.Of(value));

    /// <summary>Called by the compiler for a hole of a boolean, which is stored as the integer 0 or 1.</summary>
    public void AppendFormatted(bool value) => Append(SqlValue.Of(value ? 1L : 0L));

    /// <summary>Called by the compiler for a hole of a boolean that may be null.</summary>
    public void AppendFormatted(bool? value) => Append(SqlValue.Of(value is null ? null : value.Value ? 1L : 0L));

    /// <summary>Called by the compiler for a hole of a floating-point number.</summary>
    /// <exception cref="ArgumentException">The number is NaN, which SQLite would store as null.</exception>
    public void AppendFormatted(double value) => AppendFormatted((double?)value);

    /// <summary>Called by the compiler for a hole of a floating-point number that may be null.</summary>
    /// <exception cref="ArgumentException">The number is NaN, which SQLite would store as null.</exception>
    public void AppendFormatted(double? value)
    {
        if (value is { } number && double.IsNaN(number))
            throw new ArgumentException("The store has no NaN; use null.", nameof(value));

        Append(SqlValue.Of(value));
    }

    /// <summary>Called by the compiler for a hole of bytes.</summary>
    public void AppendFormatted(byte[]? value) => Append(SqlValue.Of(value));

    /// <summary>Called by the compiler for a hole of a point in time, which is stored as Unix microseconds.</summary>
    public void AppendFormatted(DateTimeOffset value) => Append(SqlValue.Of(UnixTime.ToMicroseconds(value)));

    /// <summary>Called by the compiler for a hole of a point in time that may be null.</summary>
    public void AppendFormatted(DateTimeOffset? value) => Append(SqlValue.Of(value is { } time ? UnixTime.ToMicroseconds(time) : null));

    /// <summary>The SQL without its values: they may be secret.</summary>
    public override string ToString() => Text;

    private void Append(SqlValue value)
    {
        _values[_valueCount++] = value;
        _parts[_partCount++] = _valueCount <= ParameterNames.Length ? ParameterNames[_valueCount - 1] : $"${_valueCount}";
    }
}
