using System.Text.Json;

namespace Trellis.Server.Ascend.Rules;

/// <summary>Texts of a request.</summary>
internal static class JsonTexts
{
    /// <summary>Reads a text; false for everything else.</summary>
    public static bool TryRead(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind is not JsonValueKind.String)
            return false;

        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 without its other half is JSON, but no text.
            return false;
        }
    }
}
