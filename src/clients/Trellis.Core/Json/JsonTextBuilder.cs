using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis;

/// <summary>
/// Writes plain data as compact JSON. <see cref="Utf8JsonWriter"/> cannot stand in: every encoder of the framework escapes
/// characters outside the basic plane, in upper-case digits, and none leaves all the others alone or escapes only them.
/// </summary>
internal sealed class JsonTextBuilder(JsonTextStyle style)
{
    private readonly StringBuilder _text = new();

    /// <summary>The JSON of <paramref name="value"/>; what JSON does not know is written as its text.</summary>
    public static string Write(object? value, JsonTextStyle style) => new JsonTextBuilder(style).Append(value).ToString();

    /// <summary>Writes a member name and its colon, after a comma unless it is the first.</summary>
    public JsonTextBuilder AppendName(string name, bool isFirst)
    {
        if (!isFirst) _text.Append(',');
        AppendString(name);
        _text.Append(':');
        return this;
    }

    public JsonTextBuilder AppendRaw(char character)
    {
        _text.Append(character);
        return this;
    }

    public JsonTextBuilder Append(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case bool flag:
                _text.Append(flag ? "true" : "false");
                break;
            case string text:
                AppendString(text);
                break;
            case byte or sbyte or short or ushort or int or uint or long or ulong or decimal:
                _text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                _text.Append(CultureInfo.InvariantCulture, $"{value:R}");
                break;
            case JsonElement element:
                AppendElement(element);
                break;
            case JsonNode node:
                AppendElement(JsonElements.Of(node));
                break;
            case { } when NamedMembers.Of(value) is { } members:
                AppendObject(members);
                break;
            case IEnumerable items:
                AppendArray(items);
                break;
            default:
                AppendString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
                break;
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private static string? ShortEscape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => null,
    };

    private void AppendElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, (object?)member.Value)));
                break;
            case JsonValueKind.Array:
                AppendArray(element.EnumerateArray());
                break;
            case JsonValueKind.String:
                AppendString(element.GetString()!);
                break;
            case JsonValueKind.Undefined:
                _text.Append("null");
                break;
            default:
                _text.Append(element.GetRawText());
                break;
        }
    }

    private void AppendObject(IEnumerable<KeyValuePair<string, object?>> members)
    {
        if (style == JsonTextStyle.Canonical) members = members.OrderBy(member => member.Key, StringComparer.Ordinal);
        _text.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            AppendName(name, isFirst).Append(value);
            isFirst = false;
        }

        _text.Append('}');
    }

    private void AppendArray(IEnumerable items)
    {
        _text.Append('[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) _text.Append(',');
            Append(item);
            isFirst = false;
        }

        _text.Append(']');
    }

    private void AppendString(string text)
    {
        _text.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (ShortEscape(character) is { } escape) _text.Append(escape);
            else if (MustEscape(text, i)) _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else _text.Append(character);
        }

        _text.Append('"');
    }

    // Half of a surrogate pair has no UTF-8 form, so it is escaped in either style.
    private bool MustEscape(string text, int index)
    {
        var character = text[index];
        if (character < ' ') return true;
        if (style == JsonTextStyle.Canonical) return !char.IsAscii(character);
        if (!char.IsSurrogate(character)) return false;
        var isPair = char.IsHighSurrogate(character)
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
        return !isPair;
    }
}
