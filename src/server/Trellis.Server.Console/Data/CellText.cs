using System.Text.Json;

namespace Trellis.Server.Console.Data;

/// <summary>Values of rows as people read them.</summary>
internal static class CellText
{
    private const int LongestText = 300;

    /// <summary>The value, cut where it becomes too long for a table.</summary>
    public static string Of(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }
}
