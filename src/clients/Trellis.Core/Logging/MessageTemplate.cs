using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis;

/// <summary>
/// Fills a message template with arguments, as the framework does, but lets each argument be replaced first: text that was already
/// formatted no longer tells which part of it came from a secret.
/// </summary>
internal static class MessageTemplate
{
    /// <summary>Whether <paramref name="value"/> holds other values, so that names inside it count.</summary>
    public static bool IsStructure(object? value) => value is JsonElement or JsonNode or (IEnumerable and not string);

    /// <summary>Fills <paramref name="template"/>; holes find their argument by name, and repeated names in their order.</summary>
    public static string Render(
        string template, IReadOnlyList<KeyValuePair<string, object?>> arguments, Func<KeyValuePair<string, object?>, object?> replace)
    {
        var result = new StringBuilder();
        var used = new HashSet<int>();
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            if (character is '{' or '}' && i + 1 < template.Length && template[i + 1] == character)
            {
                result.Append(character);
                i++;
            }
            else if (character == '{' && template.IndexOf('}', i) is var end and > 0)
            {
                AppendHole(result, template[(i + 1)..end], arguments, used, replace);
                i = end;
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString();
    }

    private static void AppendHole(
        StringBuilder result,
        string hole,
        IReadOnlyList<KeyValuePair<string, object?>> arguments,
        HashSet<int> used,
        Func<KeyValuePair<string, object?>, object?> replace)
    {
        var nameLength = hole.AsSpan().IndexOfAny(',', ':');
        var name = nameLength < 0 ? hole : hole[..nameLength];
        var layout = nameLength < 0 ? string.Empty : hole[nameLength..];
        var index = Find(arguments, name.Trim(), used);
        if (index < 0)
        {
            result.Append('{').Append(hole).Append('}');
            return;
        }

        used.Add(index);
        result.Append(TextOf(arguments[index], layout, replace));
    }

    private static string TextOf(KeyValuePair<string, object?> argument, string layout, Func<KeyValuePair<string, object?>, object?> replace)
    {
        var value = replace(argument);
        if (IsStructure(value)) return JsonTextBuilder.Write(value, JsonTextStyle.Readable);

        return string.Format(CultureInfo.InvariantCulture, $"{{0{layout}}}", value ?? "(null)");
    }

    private static int Find(IReadOnlyList<KeyValuePair<string, object?>> arguments, string name, HashSet<int> used)
    {
        var last = -1;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (!used.Contains(i)) return i;
            last = i;
        }

        return last;
    }
}
