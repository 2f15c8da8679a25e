using System.Globalization;
using System.Text.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database;

/// <summary>The value of a parameter (contract, section 8.1): booleans are 1 and 0, lists and objects are their JSON.</summary>
internal readonly record struct SqlArgument(SqlArgumentKind Kind, long Integer = 0, double Real = 0, string Text = "")
{
    /// <summary>The value as text, as PostgreSQL reads it; null for NULL.</summary>
    public string? AsText => Kind switch
    {
        SqlArgumentKind.Null => null,
        SqlArgumentKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        SqlArgumentKind.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        _ => Text,
    };

    /// <summary>The argument that a JSON value is; false for a text that no store keeps.</summary>
    public static bool TryRead(JsonElement json, out SqlArgument argument)
    {
        argument = json.ValueKind switch
        {
            JsonValueKind.True => new SqlArgument(SqlArgumentKind.Integer, 1),
            JsonValueKind.False => new SqlArgument(SqlArgumentKind.Integer),
            JsonValueKind.Number when json.TryGetInt64(out var integer) => new SqlArgument(SqlArgumentKind.Integer, integer),
            JsonValueKind.Number => new SqlArgument(SqlArgumentKind.Real, Real: json.GetDouble()),
            JsonValueKind.Array or JsonValueKind.Object => new SqlArgument(SqlArgumentKind.Text, Text: json.GetRawText()),
            _ => default,
        };
        return json.ValueKind is not JsonValueKind.String || TryReadText(json, out argument);
    }

    private static bool TryReadText(JsonElement json, out SqlArgument argument)
    {
        try
        {
            argument = new SqlArgument(SqlArgumentKind.Text, Text: json.GetString()!);
            return StorableText.IsValid(argument.Text);
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 without its other half is JSON, but no text.
            argument = default;
            return false;
        }
    }
}
