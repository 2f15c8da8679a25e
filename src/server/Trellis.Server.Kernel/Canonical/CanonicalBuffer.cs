using System.Buffers;
using System.Buffers.Text;

namespace Trellis.Server.Kernel.Canonical;

/// <summary>A growing buffer of canonical JSON text. Rented per thread and given back by disposing; not safe for concurrent use.</summary>
internal sealed class CanonicalBuffer : IDisposable
{
    // One very large record must not pin its memory to the thread for good.
    private const int LargestKept = 64 * 1024;

    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create(PlainCharacters().Select(static c => (byte)c).ToArray());
    private static readonly SearchValues<char> PlainChars = SearchValues.Create(PlainCharacters().ToArray());

    [ThreadStatic]
    private static CanonicalBuffer? _spare;

    private byte[] _bytes = new byte[2048];

    private CanonicalBuffer()
    {
    }

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The text so far.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <summary>Takes an empty buffer.</summary>
    public static CanonicalBuffer Rent()
    {
        var buffer = _spare ?? new CanonicalBuffer();
        _spare = null;
        buffer.Length = 0;
        return buffer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length <= LargestKept)
            _spare = this;
    }

    /// <summary>Appends text that is canonical already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> ascii)
    {
        ascii.CopyTo(Reserve(ascii.Length));
        Length += ascii.Length;
    }

    /// <inheritdoc cref="WriteRaw(ReadOnlySpan{byte})"/>
    public void WriteRaw(string ascii) => Length += System.Text.Encoding.ASCII.GetBytes(ascii, Reserve(ascii.Length));

    /// <summary>Appends an integer.</summary>
    public void WriteInteger(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        Length += written;
    }

    /// <summary>Appends a string with its quotes, or <c>null</c>.</summary>
    public void WriteStringOrNull(string? value)
    {
        if (value is null)
            WriteRaw("null"u8);
        else
            WriteString(value);
    }

    /// <summary>Appends a string with its quotes.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteRaw("\""u8);
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAnyExcept(PlainChars);
            if (plain < 0)
                plain = value.Length;
            System.Text.Ascii.FromUtf16(value[..plain], Reserve(plain), out _);
            Length += plain;
            if (plain == value.Length)
                break;
            WriteUnit(value[plain]);
            value = value[(plain + 1)..];
        }

        WriteRaw("\""u8);
    }

    /// <summary>Appends leading bytes of <paramref name="utf8"/> that need no escape, and returns how many they were.</summary>
    public int WritePlainRun(ReadOnlySpan<byte> utf8)
    {
        var plain = utf8.IndexOfAnyExcept(PlainBytes);
        if (plain < 0)
            plain = utf8.Length;
        WriteRaw(utf8[..plain]);
        return plain;
    }

    /// <summary>Appends one UTF-16 code unit of a string, escaped where the form asks for it.</summary>
    public void WriteUnit(char unit)
    {
        switch (unit)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            case '\b': WriteRaw("\\b"u8); break;
            case '\f': WriteRaw("\\f"u8); break;
            case >= ' ' and <= '~':
                Reserve(1)[0] = (byte)unit;
                Length++;
                break;
            default:
                WriteRaw("\\u"u8);
                Utf8Formatter.TryFormat((ushort)unit, Reserve(4), out var written, new StandardFormat('x', 4));
                Length += written;
                break;
        }
    }

    /// <summary>Replaces everything from <paramref name="start"/> on.</summary>
    public void ReplaceFrom(int start, ReadOnlySpan<byte> ascii)
    {
        Length = start;
        WriteRaw(ascii);
    }

    private static IEnumerable<char> PlainCharacters() =>
        Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c).Where(static c => c is not ('"' or '\\'));

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}
