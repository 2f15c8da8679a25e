using System.Text.Json;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Findings;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>Reads the answer of a model against the agent's schema (contract, section 5.1). Members beyond the schema are ignored.</summary>
internal static class ModelAnswer
{
    private const int MostItems = 100;
    private const string Fence = "```";

    /// <summary>What one object of the answer says.</summary>
    internal sealed record Item(string Severity, string Summary, string? Detail);

    /// <summary>Reads the answer.</summary>
    /// <param name="text">A JSON object, an array of objects, or an object whose <c>findings</c> are one; in a Markdown fence or not.</param>
    /// <param name="schema">What the objects must look like.</param>
    /// <param name="fault">What is wrong, without quoting the answer; null when nothing is.</param>
    /// <returns>The items; none when something is wrong.</returns>
    public static IReadOnlyList<Item> Read(string text, OutputSchema schema, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutFence(text));
            return Read(document.RootElement, schema, out fault);
        }
        catch (JsonException)
        {
            fault = "the answer is no JSON";
            return [];
        }
        catch (InvalidOperationException)
        {
            fault = "the answer holds half a character";
            return [];
        }
    }

    private static List<Item> Read(JsonElement root, OutputSchema schema, out string? fault)
    {
        if (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("findings", out var inner) && inner.ValueKind is JsonValueKind.Array)
            root = inner;

        var items = new List<Item>();
        foreach (var element in root.ValueKind is JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root])
        {
            fault = items.Count == MostItems ? $"the answer has more than {MostItems} objects" : FaultOf(element, schema, items.Count);
            if (fault is not null)
                return [];

            items.Add(ItemOf(element, schema));
        }

        fault = null;
        return items;
    }

    private static string? FaultOf(JsonElement element, OutputSchema schema, int index)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return $"element {index} is no object";

        foreach (var member in schema.Members)
        {
            if (!element.TryGetProperty(member.Name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                if (!member.IsOptional)
                    return $"element {index} has no '{member.Name}'";
            }
            else if (!OutputTypes.Fits(member.Type, value))
            {
                return $"'{member.Name}' of element {index} is not {OutputTypes.NameOf(member.Type)}";
            }
            else if (member is { Name: "severity", Type: OutputType.Text } && !Severities.All.Contains(value.GetString()))
            {
                return $"'severity' of element {index} is none of {string.Join(", ", Severities.All)}";
            }
        }

        return null;
    }

    private static Item ItemOf(JsonElement element, OutputSchema schema)
    {
        var title = schema.Members.First(static member => member is { Name: "summary" or "title", Type: OutputType.Text, IsOptional: false });
        return new Item(TextOf(element, schema, "severity") ?? "info", element.GetProperty(title.Name).GetString()!, DetailOf(element, schema, title.Name));
    }

    // What the schema has beside the documented members goes into the detail.
    private static string? DetailOf(JsonElement element, OutputSchema schema, string title)
    {
        if (TextOf(element, schema, "detail") is { } detail)
            return detail;

        var rest = schema.Members
            .Where(member => member.Name != title && member.Name is not ("severity" or "detail"))
            .Where(member => element.TryGetProperty(member.Name, out var value) && value.ValueKind is not JsonValueKind.Null)
            .Select(member => $"{member.Name}: {element.GetProperty(member.Name)}");
        return string.Join('\n', rest) is { Length: > 0 } text ? text : null;
    }

    private static string? TextOf(JsonElement element, OutputSchema schema, string name) =>
        schema.Members.Any(member => member.Name == name && member.Type is OutputType.Text)
        && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string WithoutFence(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith(Fence, StringComparison.Ordinal) || !trimmed.EndsWith(Fence, StringComparison.Ordinal))
            return trimmed;

        var line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? trimmed : trimmed[line..^Fence.Length];
    }
}
