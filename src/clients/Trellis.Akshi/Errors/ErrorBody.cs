using System.Text.Json;

namespace Trellis.Akshi;

/// <summary>Reads error bodies, whatever they turn out to be. Contract section 6.</summary>
internal static class ErrorBody
{
    /// <summary>The code and the text for people, each <see langword="null"/> where there is none.</summary>
    public static (string? Error, string? Detail) Read(string body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            return (Text(root, "error"), Text(root, "detail"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
