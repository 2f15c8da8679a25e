using System.Collections.Frozen;
using System.Text.Json;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>Reads error bodies, whatever they turn out to be. Contract sections 4.1 and 4.2.</summary>
internal static class ErrorBody
{
    /// <summary>The body as JSON; a string when it is not JSON.</summary>
    public static JsonElement Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(body, AscendJsonContext.Default.String);
        }
    }

    /// <summary>A member that is a text, or <see langword="null"/>.</summary>
    public static string? Text(JsonElement? body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member that is a number from 0 to 100, rounded, or <see langword="null"/>.</summary>
    public static int? Score(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Number } value ? RiskScore.Round(value.GetDouble()) : null;

    /// <summary>A member that is a list of texts; empty for anything else.</summary>
    public static IReadOnlyList<string> Texts(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(ToText)] : [];

    /// <summary>What is wrong with which field: from <c>errors</c>, or from a FastAPI-style list in <c>detail</c>.</summary>
    public static IReadOnlyDictionary<string, string> FieldErrors(JsonElement body)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(body, "errors") is { ValueKind: JsonValueKind.Object } named)
        {
            foreach (var member in named.EnumerateObject())
            {
                errors[member.Name] = member.Value.ValueKind == JsonValueKind.Array
                    ? string.Join("; ", member.Value.EnumerateArray().Select(ToText))
                    : ToText(member.Value);
            }
        }

        if (Member(body, "detail") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var error in list.EnumerateArray())
            {
                errors.TryAdd(LastPart(Member(error, "loc")), Member(error, "msg") is { } message ? ToText(message) : ToText(error));
            }
        }

        return errors.Count == 0 ? FrozenDictionary<string, string>.Empty : errors;
    }

    /// <summary>What the body says to a person.</summary>
    public static string Describe(JsonElement body, IReadOnlyDictionary<string, string> fieldErrors)
    {
        if (Member(body, "detail") is { ValueKind: JsonValueKind.String } detail)
        {
            return fieldErrors.Count == 0 ? detail.GetString()! : $"{detail.GetString()!.TrimEnd('.', ':')}: {Join(fieldErrors)}";
        }

        return fieldErrors.Count > 0 ? Join(fieldErrors) : Text(body, "message") ?? ToText(body);
    }

    private static string Join(IReadOnlyDictionary<string, string> fieldErrors) =>
        string.Join("; ", fieldErrors.Select(static error => $"{error.Key}: {error.Value}"));

    private static string LastPart(JsonElement? location) => location switch
    {
        { ValueKind: JsonValueKind.Array } parts when parts.GetArrayLength() > 0 => ToText(parts[parts.GetArrayLength() - 1]),
        { ValueKind: JsonValueKind.String } name => name.GetString()!,
        _ => "body",
    };

    private static JsonElement? Member(JsonElement? body, string name) =>
        body is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;

    private static string ToText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
