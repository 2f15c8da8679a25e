using System.Text.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Requests;

/// <summary>
/// Reads the members of a request body. What is missing or does not fit is noted in <see cref="Errors"/>, and reading goes on. Members that
/// nobody asks for are ignored: clients of every generation send what they know.
/// </summary>
/// <param name="body">The body; anything but an object has no members.</param>
/// <param name="prefix">Comes before the names in errors, for the members of a nested object.</param>
public readonly ref struct Fields(JsonElement body, string prefix = "")
{
    /// <summary>What was wrong so far.</summary>
    public FieldErrors Errors { get; init; } = [];

    /// <summary>The members of a nested object, whose errors join these.</summary>
    public Fields Nested(string name) => new(Object(name), $"{prefix}{name}.") { Errors = Errors };

    /// <summary>Notes what is wrong with a member.</summary>
    /// <param name="name">The member.</param>
    /// <param name="reason">As in <see cref="FieldErrors.Add"/>.</param>
    public void AddError(string name, string reason) => Errors.Add(prefix + name, reason);

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>A text that must be there and not be blank.</summary>
    public string Text(string name, int longest = 255, int shortest = 1)
    {
        if (OptionalText(name, longest, shortest) is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                return text;

            Errors.Add(prefix + name, "must not be blank");
        }
        else if (!TryGet(name, out _))
        {
            Errors.Add(prefix + name, "is required");
        }

        return "";
    }

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string name, int longest = 255, int shortest = 0)
    {
        if (!TryGet(name, out var value))
            return null;

        if (value.ValueKind is not JsonValueKind.String || !TryGetText(value, out var text))
            Errors.Add(prefix + name, "must be a text");
        else if (text.Length < shortest)
            Errors.Add(prefix + name, $"must have at least {shortest} characters");
        else if (text.Length > longest)
            Errors.Add(prefix + name, $"must have at most {longest} characters");
        else
            return text;

        return null;
    }

    /// <summary>One of some words; null when it is missing.</summary>
    public string? OptionalWord(string name, params ReadOnlySpan<string> words)
    {
        if (OptionalText(name) is not { } text)
            return null;

        foreach (var word in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        Errors.Add(prefix + name, $"must be one of {string.Join(", ", words.ToArray())}");
        return null;
    }

    /// <summary>A whole number; null when it is missing.</summary>
    public long? OptionalInteger(string name, long least, long most)
    {
        if (!TryGet(name, out var value))
            return null;

        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt64(out var number))
            Errors.Add(prefix + name, "must be a whole number");
        else if (number < least || number > most)
            Errors.Add(prefix + name, $"must be from {least} to {most}");
        else
            return number;

        return null;
    }

    /// <summary>A number; null when it is missing.</summary>
    public double? OptionalNumber(string name, double least, double most)
    {
        if (!TryGet(name, out var value))
            return null;

        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetDouble(out var number))
            Errors.Add(prefix + name, "must be a number");
        else if (!(number >= least && number <= most))
            Errors.Add(prefix + name, FormattableString.Invariant($"must be from {least} to {most}"));
        else
            return number;

        return null;
    }

    /// <summary>A boolean; null when it is missing.</summary>
    public bool? OptionalBoolean(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();

        Errors.Add(prefix + name, "must be true or false");
        return null;
    }

    /// <summary>An object; undefined when it is missing.</summary>
    public JsonElement Object(string name)
    {
        if (!TryGet(name, out var value))
            return default;
        if (value.ValueKind is JsonValueKind.Object)
            return value;

        Errors.Add(prefix + name, "must be an object");
        return default;
    }

    /// <summary>A list of texts; null when it is missing.</summary>
    public IReadOnlyList<string>? OptionalTexts(string name, int most = 100, int longest = 255)
    {
        if (!TryGet(name, out var value))
            return null;

        if (value.ValueKind is not JsonValueKind.Array)
        {
            Errors.Add(prefix + name, "must be a list of texts");
            return null;
        }

        if (value.GetArrayLength() > most)
        {
            Errors.Add(prefix + name, $"must have at most {most} elements");
            return null;
        }

        var texts = new List<string>(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind is JsonValueKind.String && TryGetText(element, out var text) && text.Length <= longest)
                texts.Add(text);
            else
                Errors.Add($"{prefix}{name}[{texts.Count}]", $"must be a text of at most {longest} characters");
        }

        return texts;
    }

    /// <summary>A list of texts that must be there.</summary>
    public IReadOnlyList<string> Texts(string name, int most, int longest)
    {
        if (OptionalTexts(name, most, longest) is { } texts)
            return texts;

        Errors.Add(prefix + name, "is required");
        return [];
    }

    /// <summary>A list of objects that must be there.</summary>
    public IReadOnlyList<JsonElement> Objects(string name, int most)
    {
        if (!TryGet(name, out var value))
            Errors.Add(prefix + name, "is required");
        else if (value.ValueKind is not JsonValueKind.Array)
            Errors.Add(prefix + name, "must be a list of objects");
        else if (value.GetArrayLength() > most)
            Errors.Add(prefix + name, $"must have at most {most} elements");
        else if (value.EnumerateArray().Any(static element => element.ValueKind is not JsonValueKind.Object))
            Errors.Add(prefix + name, "must be a list of objects");
        else
            return [.. value.EnumerateArray()];

        return [];
    }

    /// <summary>Any JSON value that must be there; null is one.</summary>
    public JsonElement Value(string name)
    {
        if (body.ValueKind is JsonValueKind.Object && body.TryGetProperty(name, out var value))
            return value;

        Errors.Add(prefix + name, "is required");
        return default;
    }

    /// <summary>A member that is there and not null.</summary>
    public bool TryGet(string name, out JsonElement value)
    {
        if (body.ValueKind is JsonValueKind.Object && body.TryGetProperty(name, out value) && value.ValueKind is not JsonValueKind.Null)
            return true;

        value = default;
        return false;
    }

    // An escape such as \ud800 without its other half is JSON, but no text; nor is what the store cannot keep.
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return StorableText.IsValid(text);
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
