using System.Text.Json;

namespace Trellis.Server.Askii.Requests;

/// <summary>Finds where a body stops being JSON.</summary>
internal static class JsonPosition
{
    /// <summary>The position of an error, in bytes from the start of the body.</summary>
    public static long Of(JsonException error, ReadOnlySpan<byte> body)
    {
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0 && body[start..].IndexOf((byte)'\n') is >= 0 and var end; line--)
            start += end + 1;

        return start + (error.BytePositionInLine ?? 0);
    }
}
