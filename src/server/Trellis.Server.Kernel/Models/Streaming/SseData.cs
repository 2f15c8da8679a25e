namespace Trellis.Server.Kernel.Models;

/// <summary>Reads the <c>data</c> of a frame.</summary>
internal static class SseData
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The frame's data, several lines of it joined by LF; empty when it has none.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> frame)
    {
        frame = frame.StartsWith(ByteOrderMark) ? frame[ByteOrderMark.Length..] : frame;
        ReadOnlySpan<byte> data = default;
        var lines = 0;
        while (!frame.IsEmpty)
        {
            var end = frame.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? frame : frame[..end];
            frame = end < 0 ? default : frame[(end + 1)..];
            if (IsData(line))
            {
                // One line is the rule; only more than one is worth a copy.
                var value = ValueOf(line);
                data = lines++ == 0 ? value : (byte[])[.. data, (byte)'\n', .. value];
            }
        }

        return data;
    }

    private static bool IsData(ReadOnlySpan<byte> line) =>
        line.StartsWith("data"u8) && (line.Length == "data"u8.Length || line["data"u8.Length] == ':');

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> line)
    {
        var value = line[Math.Min("data:"u8.Length, line.Length)..];
        return value.StartsWith(" "u8) ? value[1..] : value;
    }
}
