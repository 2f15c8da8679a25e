using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis;

/// <summary>Turns a value that is about to be logged into plain data without secrets.</summary>
internal sealed class ValueRedaction(Redactor redactor)
{
    // Also ends structures that contain themselves.
    private const int MaxDepth = 16;

    public object? Redact(object? value) => Redact(value, depth: 0);

    private static bool IsPair(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private object? Redact(object? value, int depth) => value switch
    {
        null or bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => value,
        string text => redactor.Redact(text),
        JsonElement element => redactor.Redact(element),
        JsonNode node => redactor.Redact(JsonElements.Of(node)),
        Exception exception => redactor.Redact(exception),
        byte[] bytes => $"{bytes.Length} bytes",
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ when depth == MaxDepth => redactor.Rules.Mask,
        _ when NamedMembers.Of(value) is { } members => RedactMembers(members, depth),
        IEnumerable items => RedactList(items, depth),
        IFormattable formattable => redactor.Redact(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => redactor.Redact(value.ToString()),
    };

    private Dictionary<string, object?> RedactMembers(IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        var redacted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            var isSecret = value is not null && redactor.IsSecretName(name);
            redacted[redactor.Redact(name)] = isSecret ? redactor.Rules.Mask : Redact(value, depth + 1);
        }

        return redacted;
    }

    // A pair of other types hides its name from us, so its value is not shown.
    private List<object?> RedactList(IEnumerable items, int depth)
    {
        var redacted = new List<object?>();
        foreach (var item in items) redacted.Add(item is not null && IsPair(item) ? redactor.Rules.Mask : Redact(item, depth + 1));
        return redacted;
    }
}
