using System.Text.Json;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>A method: the names that its arguments have in the body of the route which does the same, that route, and what of its answer is told.</summary>
/// <param name="Handler">The route.</param>
/// <param name="Write">Writes the result, one JSON value, from what the route answered.</param>
/// <param name="Parameters">A name for each argument, in their order; <see cref="Members"/> for one whose members stand for themselves.</param>
internal sealed record RpcMethod(AerostackHandler Handler, Action<Utf8JsonWriter, JsonElement> Write, params string[] Parameters)
{
    /// <summary>Stands for an argument that is an object of further arguments.</summary>
    public const string Members = "*";

    /// <summary>The limit that the route has beside that of the key; null for none.</summary>
    public string? RateLimit { get; init; }

    /// <summary>The body that the route reads. What is missing at the end is missing there too.</summary>
    /// <param name="arguments">The arguments; undefined for none.</param>
    /// <returns>An object; null when an argument that has to be an object is none.</returns>
    public JsonElement? ToBody(JsonElement arguments)
    {
        var body = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var count = arguments.ValueKind is JsonValueKind.Array ? Math.Min(arguments.GetArrayLength(), Parameters.Length) : 0;
        for (var index = 0; index < count; index++)
        {
            var argument = arguments[index];
            if (Parameters[index] != Members)
                body[Parameters[index]] = argument;
            else if (argument.ValueKind is JsonValueKind.Object)
                Spread(argument, body);
            else if (argument.ValueKind is not JsonValueKind.Null)
                return null;
        }

        return JsonElement.Parse(Kernel.Json.JsonText.Of(body, WriteBody));
    }

    // An argument that has a name of its own is not to be replaced from inside of another.
    private static void Spread(JsonElement argument, Dictionary<string, JsonElement> body)
    {
        foreach (var member in argument.EnumerateObject())
            body.TryAdd(member.Name, member.Value);
    }

    // As they were sent: half of a surrogate pair is for the route to refuse, and numbers keep their digits.
    private static void WriteBody(Utf8JsonWriter json, Dictionary<string, JsonElement> body)
    {
        json.WriteStartObject();
        foreach (var (name, value) in body)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
