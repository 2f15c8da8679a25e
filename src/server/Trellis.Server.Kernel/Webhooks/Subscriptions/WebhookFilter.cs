using System.Text.Json;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// A condition on an event's data: a JSON object whose members name members of the data, with dots for inner ones, and give the value they
/// must have, or a list of values of which they must have one. <c>{"risk_level":["high","critical"],"agent.team":"ops"}</c>
/// </summary>
/// <remarks>Immutable. Numbers are equal when they are the same number, <c>1</c> and <c>1.0</c> for example; texts when they are the same text.</remarks>
public sealed class WebhookFilter
{
    private const int MostConditions = 20;
    private const int MostValues = 50;
    private const int LongestText = 10_000;

    private readonly (string[] Path, JsonElement[] Values)[] _conditions;

    private WebhookFilter((string[] Path, JsonElement[] Values)[] conditions) => _conditions = conditions;

    /// <summary>Whether there is any condition.</summary>
    internal bool IsSelective => _conditions.Length > 0;

    /// <summary>What is wrong with a filter, as <see cref="WebhookFault.Message"/> says it; null for nothing.</summary>
    /// <param name="json">The filter as JSON.</param>
    public static string? Problem(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > LongestText)
            return $"must have at most {LongestText} characters";

        try
        {
            using var document = JsonDocument.Parse(json);
            return Problem(document.RootElement);
        }
        catch (JsonException)
        {
            return "must be a JSON object";
        }
    }

    /// <summary>Reads a filter that has no <see cref="Problem(string)"/>.</summary>
    internal static WebhookFilter Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return new WebhookFilter([.. root.EnumerateObject().Select(static member => (member.Name.Split('.'), Values(member.Value)))]);
    }

    /// <summary>Whether an event's data meet every condition.</summary>
    internal bool Matches(JsonElement data) => Array.TrueForAll(
        _conditions, condition => Find(data, condition.Path) is { } found && Array.Exists(condition.Values, value => JsonElement.DeepEquals(value, found)));

    private static JsonElement[] Values(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static JsonElement? Find(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }

    private static string? Problem(JsonElement filters)
    {
        if (filters.ValueKind != JsonValueKind.Object)
            return "must be a JSON object";
        if (filters.EnumerateObject().Count() > MostConditions)
            return $"must have at most {MostConditions} members";

        foreach (var member in filters.EnumerateObject())
        {
            if (Values(member.Value) is not { Length: > 0 and <= MostValues } values || !Array.TrueForAll(values, IsScalar))
                return $"must have a value or a list of 1 to {MostValues} values as each member";
        }

        return null;
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
}
