using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Trellis;

/// <summary>
/// Takes the secrets out of what is about to be shown: log lines, error bodies, headers, exception text. Where there is nothing to
/// take out it returns what it was given. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Two mechanisms, as the Askii contract has them in section 9.4: by the name of a field, which covers the whole value unless that is
/// null, and by the look of a credential in any text. Neither can know a password in a plain sentence: do not write those.
/// </remarks>
public sealed class Redactor
{
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _safeHeaders;
    private readonly TextRedaction _text;
    private readonly JsonRedaction _json;
    private readonly ValueRedaction _values;

    /// <summary>Makes a redactor for <paramref name="rules"/>.</summary>
    public Redactor(RedactionRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _names = rules.Names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _safeHeaders = rules.SafeHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _text = new TextRedaction(rules);
        _json = new JsonRedaction(this);
        _values = new ValueRedaction(this);
    }

    /// <summary>The redactor of <see cref="RedactionRules.Default"/>.</summary>
    public static Redactor Default { get; } = new(RedactionRules.Default);

    /// <summary>What this redactor takes for a secret.</summary>
    public RedactionRules Rules { get; }

    /// <summary>Whether the value of a field called <paramref name="name"/> is secret.</summary>
    public bool IsSecretName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.Contains(name) || ContainsFragment(name);
    }

    /// <summary>Masks whatever looks like a credential in <paramref name="text"/>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => text is null ? null : _text.Redact(text);

    /// <summary>The text of <paramref name="exception"/> with its causes and stack traces, without credentials.</summary>
    public string Redact(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return _text.Redact(exception.ToString());
    }

    /// <summary>
    /// Masks secrets in JSON text, by name at any depth and by look, and leaves every other character as it was. Text that is not JSON
    /// is masked by look. Where JSON breaks off or is damaged, and what follows may hold a secret field, that rest is masked whole.
    /// </summary>
    [return: NotNullIfNotNull(nameof(json))]
    public string? RedactJson(string? json) => json is null ? null : _json.Redact(json);

    /// <summary>A copy of <paramref name="element"/> without secrets.</summary>
    public JsonElement Redact(JsonElement element) => _json.Redact(element);

    /// <summary>
    /// The value of a field for a log line: the mask when <paramref name="name"/> is secret and the value is not null, and else
    /// <paramref name="value"/> without secrets, as <see cref="RedactValue"/> makes it.
    /// </summary>
    public object? RedactField(string name, object? value) => value is not null && IsSecretName(name) ? Rules.Mask : RedactValue(value);

    /// <summary>
    /// A value without secrets, made of what JSON knows: null, booleans, numbers, strings, <see cref="JsonElement"/>, lists, and
    /// dictionaries with text keys, at any depth. Any other object becomes its text.
    /// </summary>
    public object? RedactValue(object? value) => _values.Redact(value);

    /// <summary>The value of a header: shown, without credentials, when its name is known to be safe, and else the mask.</summary>
    public string RedactHeader(string name, string value) => _safeHeaders.Contains(name) ? _text.Redact(value) : Rules.Mask;

    /// <summary>The headers of <paramref name="response"/> and its content as <see cref="RedactHeader"/> shows them.</summary>
    /// <returns>A dictionary that finds names in any case; repeated values are joined by <c>, </c>.</returns>
    public IReadOnlyDictionary<string, string> RedactHeaders(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var redacted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated) redacted[name] = RedactHeader(name, values.ToString());
        foreach (var (name, values) in response.Content.Headers.NonValidated) redacted[name] = RedactHeader(name, values.ToString());
        return redacted;
    }

    /// <summary>Whether <paramref name="text"/> mentions the name of a secret field anywhere.</summary>
    internal bool MentionsSecretName(string text) =>
        ContainsFragment(text) || Rules.Names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private bool ContainsFragment(string text)
    {
        foreach (var fragment in Rules.NameFragments)
        {
            if (text.Contains(fragment, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
