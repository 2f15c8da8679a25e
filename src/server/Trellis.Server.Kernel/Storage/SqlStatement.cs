using System.Runtime.CompilerServices;
using System.Text;

namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// SQL written as an interpolated string whose holes become parameters, never text:
/// <c>session.ExecuteAsync($"DELETE FROM askii_keys WHERE id = {id}")</c>. A hole of type <see cref="SqlFragment"/> is the one exception.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlStatement
{
    private readonly StringBuilder _text;
    private readonly List<object?> _values;

    /// <summary>Called by the compiler.</summary>
    public SqlStatement(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (4 * formattedCount));
        _values = new List<object?>(formattedCount);
    }

    /// <summary>The SQL, with <c>@p0</c>, <c>@p1</c>, … where the values belong.</summary>
    public string Text => _text.ToString();

    /// <summary>The values, in the order of their holes.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Called by the compiler for a hole: the value becomes a parameter.</summary>
    public void AppendFormatted<T>(T value)
    {
        _text.Append("@p").Append(_values.Count);
        _values.Add(value);
    }

    /// <summary>Called by the compiler for a hole that is trusted SQL of our own.</summary>
    public void AppendFormatted(SqlFragment value) => _text.Append(value.Text);
}
