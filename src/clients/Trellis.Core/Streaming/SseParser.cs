using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Trellis;

/// <summary>Makes events of bytes. Not safe for concurrent use.</summary>
/// <param name="limit">The longest line, in bytes, and the longest data, in characters.</param>
/// <param name="keepsUnfinished">
/// Whether an event that the end of the stream cuts short is given too. A browser drops it, which suits a stream that is resumed.
/// </param>
/// <param name="lastId">The id that an event without one has: that of the last event before, where the stream continues another.</param>
internal sealed class SseParser(int limit, bool keepsUnfinished = true, string lastId = "")
{
    private const string DefaultType = "message";
    private const char ByteOrderMark = '\uFEFF';

    private readonly Queue<SseEvent> _ready = new();
    private readonly List<byte> _line = [];
    private readonly StringBuilder _data = new();
    private string _type = "";
    private string _id = lastId;
    private bool _hasData;
    private bool _isFirstLine = true;
    private bool _endedWithCarriageReturn;

    /// <summary>How long the server wants to be left alone before a stream that broke is resumed; <see langword="null"/> while it has not said.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>Takes the next bytes in.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isEnd">Whether none will follow.</param>
    /// <exception cref="InvalidDataException">A line or an event is too long.</exception>
    public void Feed(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        while (!bytes.IsEmpty)
        {
            // The line feed behind a carriage return that ended the last piece.
            if (_endedWithCarriageReturn && bytes[0] == '\n')
            {
                bytes = bytes[1..];
            }

            _endedWithCarriageReturn = false;
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var part = end < 0 ? bytes : bytes[..end];
            if (_line.Count + part.Length > limit)
            {
                throw new InvalidDataException($"A line of the event stream is longer than {limit} bytes.");
            }

            _line.AddRange(part);
            if (end < 0)
            {
                break;
            }

            EndLine();
            _endedWithCarriageReturn = bytes[end] == '\r';
            bytes = bytes[(end + 1)..];
        }

        if (isEnd && keepsUnfinished)
        {
            EndLine();
            Dispatch();
        }
    }

    /// <summary>Takes the next event out, if there is one.</summary>
    public bool TryTake(out SseEvent next) => _ready.TryDequeue(out next);

    private void EndLine()
    {
        var line = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_line));
        _line.Clear();
        if (_isFirstLine)
        {
            _isFirstLine = false;
            line = line.TrimStart(ByteOrderMark);
        }

        if (line.Length == 0)
        {
            Dispatch();
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon != 0)
        {
            Set(colon < 0 ? line : line[..colon], colon < 0 ? "" : Value(line.AsSpan(colon + 1)));
        }
    }

    private static string Value(ReadOnlySpan<char> text) => (text is [' ', ..] ? text[1..] : text).ToString();

    private void Set(string field, string value)
    {
        switch (field)
        {
            case "data":
                _data.Append(_hasData ? "\n" : "").Append(value);
                _hasData = true;
                if (_data.Length > limit)
                {
                    throw new InvalidDataException($"An event of the stream is longer than {limit} characters.");
                }

                break;
            case "event":
                _type = value;
                break;
            case "id" when !value.Contains('\0', StringComparison.Ordinal):
                _id = value;
                break;
            case "retry" when uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds):
                Retry = TimeSpan.FromMilliseconds(milliseconds);
                break;
        }
    }

    private void Dispatch()
    {
        if (_hasData)
        {
            _ready.Enqueue(new(_type.Length > 0 ? _type : DefaultType, _data.ToString(), _id));
        }

        _data.Clear();
        (_type, _hasData) = ("", false);
    }
}
