using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>Reads the bodies of declared errors. Contract section 3.2.</summary>
internal static class ErrorBody
{
    /// <exception cref="JsonException">The body is not what the API's description says.</exception>
    public static AerostackError Read(string body, bool acceptUnknownCodes)
    {
        var root = JsonElement.Parse(body);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The error is no object.");
        }

        var code = new AerostackErrorCode(Text(root, "code"));
        return code.IsKnown || acceptUnknownCodes
            ? new AerostackError(code, Text(root, "message"), Details(root))
            : throw new JsonException($"'{code}' is no code of an error that this version knows.");
    }

    /// <summary>The first of these members that is a text and not empty; <see langword="null"/> when there is none.</summary>
    public static string? ReadText(string body, params ReadOnlySpan<string> names)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value is { ValueKind: JsonValueKind.String }
                && value.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"The error has no text '{name}'.");

    private static JsonElement? Details(JsonElement root) =>
        !root.TryGetProperty("details", out var details) || details.ValueKind == JsonValueKind.Null ? null
        : details.ValueKind == JsonValueKind.Object ? details
        : throw new JsonException("The error's details are no object.");
}
