using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.OpenApi;

/// <summary>
/// Holds a JSON value against a schema of a document: the part of JSON Schema that the documents use. A member that the schema does not know is a
/// fault, although JSON Schema would let it pass: a document that is silent about what the server says is not true.
/// </summary>
internal sealed class SchemaCheck(JsonObject document)
{
    /// <summary>What does not fit; empty when all does.</summary>
    public IReadOnlyList<string> Run(JsonNode? value, JsonNode schema) => [.. Faults(value, schema, "$")];

    private IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string path)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Faults(value, Resolve(reference), path);
        if (schema["anyOf"] is JsonArray alternatives)
            return alternatives.Any(alternative => !Faults(value, alternative!, path).Any()) ? [] : [$"{path}: {Show(value)} fits no alternative"];
        if (schema["type"] is { } type && !Types(type).Any(name => Is(value, name)))
            return [$"{path}: {Show(value)} is not {type.ToJsonString()}"];
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
            return [$"{path}: {Show(value)} is none of {words.ToJsonString()}"];
        return value switch
        {
            JsonObject members when schema["type"] is not null => ObjectFaults(members, schema, path),
            JsonArray elements when schema["items"] is { } items => elements.SelectMany((element, index) => Faults(element, items, $"{path}[{index}]")),
            _ when schema["format"]?.GetValue<string>() == "date-time" && value is not null && !IsTime(value) => [$"{path}: {Show(value)} is no time"],
            _ => [],
        };
    }

    private IEnumerable<string> ObjectFaults(JsonObject members, JsonNode schema, string path)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        var missing = (schema["required"] as JsonArray ?? []).Select(static name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name));
        return missing.Select(name => $"{path}.{name}: is missing").Concat(members.SelectMany(member =>
            properties[member.Key] is { } known ? Faults(member.Value, known, $"{path}.{member.Key}")
            : schema["additionalProperties"] is JsonObject others ? Faults(member.Value, others, $"{path}.{member.Key}")
            : [$"{path}.{member.Key}: is not in the document"]));
    }

    private JsonNode Resolve(string reference)
    {
        JsonNode node = document;
        foreach (var step in reference.TrimStart('#', '/').Split('/'))
            node = node[step] ?? throw new FormatException($"The document has no {reference}.");
        return node;
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(static one => one!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool Is(JsonNode? value, string type) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => type == "null",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "number" || (type == "integer" && decimal.IsInteger(value.GetValue<decimal>())),
    };

    private static bool IsTime(JsonNode value) =>
        DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static string Show(JsonNode? value) => value?.ToJsonString() ?? "null";
}
