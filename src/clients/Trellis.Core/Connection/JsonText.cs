using System.Text.Json;

namespace Trellis;

/// <summary>Questions about raw JSON.</summary>
internal static class JsonText
{
    /// <summary>Whether the bytes are exactly one JSON value.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
