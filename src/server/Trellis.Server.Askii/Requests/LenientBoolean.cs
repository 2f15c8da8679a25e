namespace Trellis.Server.Askii.Requests;

/// <summary>The words that stand for a boolean, in any case.</summary>
internal static class LenientBoolean
{
    /// <summary>Reads a word.</summary>
    public static bool TryParse(string text, out bool value)
    {
        var word = text.Trim().ToLowerInvariant();
        value = word is "1" or "true" or "t" or "yes" or "y" or "on";
        return value || word is "0" or "false" or "f" or "no" or "n" or "off";
    }
}
