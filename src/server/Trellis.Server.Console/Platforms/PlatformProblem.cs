using System.Text.Json;

namespace Trellis.Server.Console.Platforms;

/// <summary>Finds the words in the error bodies of the four platforms, whose shapes differ.</summary>
internal static class PlatformProblem
{
    private static readonly string[] Sentences = ["detail", "message", "error"];
    private static readonly string[] Details = ["errors", "details", "fields"];

    /// <summary>The exception for an answer that is no success.</summary>
    public static PlatformException Read(string platform, int status, ReadOnlySpan<byte> body) =>
        new(platform, status, Describe(body) ?? $"The platform answered with status {status}.");

    private static string? Describe(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Describe(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Describe(JsonElement error)
    {
        foreach (var name in Sentences)
        {
            if (!error.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind is JsonValueKind.Object)
                return Describe(value);
            if (value.ValueKind is JsonValueKind.String)
                return value.GetString() + FieldsOf(error);
        }

        return null;
    }

    private static string FieldsOf(JsonElement error)
    {
        foreach (var name in Details)
        {
            if (error.TryGetProperty(name, out var fields) && fields.ValueKind is JsonValueKind.Object && fields.EnumerateObject().Any())
                return " " + string.Join("; ", fields.EnumerateObject().Select(static field => $"{field.Name}: {TextOf(field.Value)}"));
        }

        return "";
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
