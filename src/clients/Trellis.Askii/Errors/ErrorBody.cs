using System.Text.Json;

namespace Trellis.Askii;

/// <summary>Reads error bodies, whatever they turn out to be. Contract sections 3.2 and 3.3.</summary>
internal static class ErrorBody
{
    /// <summary>The <c>detail</c> member if there is one, even a null; else the whole body; a string when the body is not JSON.</summary>
    public static JsonElement ReadDetail(string body)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(body, Json.AskiiJsonContext.Default.String);
        }

        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("detail", out var detail) ? detail : root;
    }

    /// <summary>The field errors of a FastAPI-style list; empty when the detail is anything else.</summary>
    public static IReadOnlyList<AskiiFieldError> ReadFieldErrors(JsonElement detail)
    {
        if (detail.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. detail.EnumerateArray().Where(static element => element.ValueKind == JsonValueKind.Object).Select(ReadFieldError)];
    }

    private static AskiiFieldError ReadFieldError(JsonElement error) => new(
        error.TryGetProperty("loc", out var location) ? ReadLocation(location) : [], ReadText(error, "msg"), ReadText(error, "type"));

    private static IReadOnlyList<FieldPathPart> ReadLocation(JsonElement location) => location.ValueKind switch
    {
        JsonValueKind.Array => [.. location.EnumerateArray().Select(ReadPart)],
        JsonValueKind.String => location.GetString() is { Length: > 0 } name ? [name] : [],
        JsonValueKind.Number => location.TryGetInt64(out var index) && index == 0 ? [] : [ReadPart(location)],
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => [],
        _ => [ReadPart(location)],
    };

    private static FieldPathPart ReadPart(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString()!,
        JsonValueKind.Number when part.TryGetInt64(out var index) => index,
        _ => part.GetRawText(),
    };

    private static string ReadText(JsonElement error, string name) => error.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    }
    : "";
}
