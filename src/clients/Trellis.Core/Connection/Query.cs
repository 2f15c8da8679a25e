using System.Globalization;
using System.Text;

namespace Trellis;

/// <summary>Puts a query behind a path. What is not set is left out.</summary>
internal sealed class Query(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public Query Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public Query Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A flag, capitalised as Python writes it.</summary>
    public Query Add(string name, bool? value) => Add(name, value is { } flag ? (flag ? "True" : "False") : null);

    /// <summary>The path and its query; <see langword="null"/> when nothing was added, so that the operation's own path does, whose address is kept.</summary>
    public string? ToPath() => _separator == '?' ? null : ToString();

    public override string ToString() => _text.ToString();
}
