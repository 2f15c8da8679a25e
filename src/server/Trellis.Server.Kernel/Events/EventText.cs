using System.Buffers.Text;
using System.Text;

namespace Trellis.Server.Kernel.Events;

/// <summary>Writes frames of an event stream.</summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">The format</seealso>
public static class EventText
{
    private const int LongestNumber = 20;

    /// <summary>Tells the reader to wait so long before it connects again.</summary>
    public static byte[] Retry(TimeSpan wait) => Encoding.ASCII.GetBytes($"retry: {(long)wait.TotalMilliseconds}\n\n");

    /// <summary>A line that readers ignore and that shows that the connection lives.</summary>
    public static byte[] Comment(string text) => Encoding.UTF8.GetBytes($": {text}\n\n");

    /// <summary>An event.</summary>
    /// <param name="id">Its id; null for an event that is not to be continued after.</param>
    /// <param name="name">Its name.</param>
    /// <param name="data">Its data: UTF-8 without a line end, as JSON is that was not indented.</param>
    public static byte[] Event(long? id, string name, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(name);

        Span<byte> number = stackalloc byte[LongestNumber];
        var digits = 0;
        if (id is { } value)
            Utf8Formatter.TryFormat(value, number, out digits);

        var idLength = digits > 0 ? "id: \n"u8.Length + digits : 0;
        var frame = new byte[idLength + "event: \n"u8.Length + Encoding.UTF8.GetByteCount(name) + "data: \n\n"u8.Length + data.Length];
        var rest = frame.AsSpan();
        if (digits > 0)
        {
            rest = Append(rest, "id: "u8);
            rest = Append(rest, number[..digits]);
            rest = Append(rest, "\n"u8);
        }

        rest = Append(rest, "event: "u8);
        rest = rest[Encoding.UTF8.GetBytes(name, rest)..];
        rest = Append(rest, "\ndata: "u8);
        rest = Append(rest, data);
        Append(rest, "\n\n"u8);
        return frame;
    }

    private static Span<byte> Append(Span<byte> rest, scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(rest);
        return rest[text.Length..];
    }
}
