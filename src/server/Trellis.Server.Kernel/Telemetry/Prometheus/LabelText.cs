using System.Buffers;
using System.Globalization;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Writes labels as they stand behind the name of a metric, on the stack where they fit: it is done for each measurement.</summary>
internal ref struct LabelText
{
    private Span<char> _text;
    private char[]? _rented;
    private int _length;

    /// <summary>Begins in the memory given.</summary>
    public LabelText(Span<char> initial) => _text = initial;

    /// <summary>What was written: <c>name="value",name="value"</c>.</summary>
    public readonly ReadOnlySpan<char> Written => _text[.._length];

    /// <summary>Writes one more label. The characters of a name that a label cannot have become underscores.</summary>
    public void Add(string name, object? value)
    {
        if (_length > 0)
            Write(',');
        foreach (var letter in name)
            Write(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        Write('=');
        Write('"');
        foreach (var letter in value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            WriteEscaped(letter);
        Write('"');
    }

    /// <summary>Gives back what the text has grown into.</summary>
    public readonly void Dispose()
    {
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
    }

    private void WriteEscaped(char letter)
    {
        if (letter is '\\' or '"' or '\n')
            Write('\\');
        Write(letter == '\n' ? 'n' : letter);
    }

    private void Write(char letter)
    {
        if (_length == _text.Length)
            Grow();
        _text[_length++] = letter;
    }

    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(256, _text.Length * 2));
        _text.CopyTo(larger);
        Dispose();
        _text = _rented = larger;
    }
}
