using System.Text.Json;

namespace Trellis.Server.Ascend.Rules;

/// <summary>Numbers of a request as decimals, so that money compares exactly.</summary>
internal static class JsonNumbers
{
    /// <summary>Reads a JSON number; one that is too large for a decimal becomes the largest or the smallest there is.</summary>
    public static decimal Read(JsonElement number)
    {
        if (number.TryGetDecimal(out var value))
            return value;

        return number.TryGetDouble(out var large) && large < 0 ? decimal.MinValue : decimal.MaxValue;
    }
}
