using System.Text.Json;

namespace Trellis.Cli.Aerostack;

/// <summary>What an answer says that is an error. Contract section 3.1.</summary>
/// <param name="IsJson">Whether it is JSON at all.</param>
/// <param name="Message">What happened, for people; <see langword="null"/> when it does not say.</param>
/// <param name="Code">The kind of error; <see langword="null"/> when it does not say.</param>
/// <param name="Details">More about it, a line each.</param>
internal sealed record ErrorAnswer(bool IsJson, string? Message, string? Code, IReadOnlyList<string> Details)
{
    public static ErrorAnswer Read(string body)
    {
        try
        {
            return Of(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return new(false, null, null, []);
        }
    }

    private static ErrorAnswer Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return new(true, null, null, []);

        // The gateway's errors are an object deeper, as OpenAI's are.
        var error = body.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : body;
        var details = error.TryGetProperty("details", out var given) && given.ValueKind == JsonValueKind.Object
            ? given.EnumerateObject().Select(static detail => $"{detail.Name}: {detail.Value}").ToArray()
            : [];
        return new(true, Text(error, "message") ?? Text(body, "error"), Text(error, "code"), details);
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
