using System.Globalization;
using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>
/// A table of the file, whose values are read one by one. What does not fit is noted in the context, and reading goes on with the default.
/// Keys that nobody has asked for are warned of at the end.
/// </summary>
internal sealed class Section(TomlTable table, string path, ReadingContext context)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ReadingContext Context => context;

    public TomlTable Table => table;

    public TomlPosition Position => table.Position;

    /// <summary>The path of a key, as messages have it.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value as it stands; null when it is missing.</summary>
    public TomlValue? Find(string key)
    {
        _known.Add(key);
        return table.TryGet(key, out var value) ? value : null;
    }

    /// <summary>The first of several names of one key; an error when two are given.</summary>
    public string NameOf(params ReadOnlySpan<string> names)
    {
        var found = names[0];
        foreach (var name in names[1..])
        {
            if (Find(name) is not { } value)
                continue;
            if (Find(found) is not null)
                Fail(value, name, $"says the same as '{found}'; give one of them");
            found = name;
        }

        return found;
    }

    public string? Text(string key, int longest = 4096)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is not TomlString text)
            Fail(value, key, $"must be a string and is {value.Kind}");
        else if (context.Interpolate(text, PathOf(key)) is { } inserted && inserted.Length <= longest && !inserted.Contains('\0', StringComparison.Ordinal))
            return inserted;
        else
            Fail(value, key, $"must be a string of at most {longest} characters without U+0000");
        return null;
    }

    /// <summary>A text that must be there and not be blank.</summary>
    public string Required(string key, int longest = 4096)
    {
        if (Find(key) is null)
            context.Fail(Position, PathOf(key), "is required");
        else if (Text(key, longest) is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        else if (Find(key) is TomlString { } blank && string.IsNullOrWhiteSpace(blank.Value))
            Fail(blank, key, "must not be blank");
        return "";
    }

    public string? Word(string key, params IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text)
            return null;
        if (words.Contains(text, StringComparer.Ordinal))
            return text;

        Fail(Find(key)!, key, $"must be one of {string.Join(", ", words)}");
        return null;
    }

    public RuntimeSecret? Secret(string key) => Text(key) is { Length: > 0 } text ? context.Keep(text) : null;

    public bool Flag(string key, bool @default)
    {
        switch (Find(key))
        {
            case null:
                return @default;
            case TomlBoolean flag:
                return flag.Value;
            case var other:
                Fail(other, key, $"must be true or false and is {other.Kind}");
                return @default;
        }
    }

    public long? Integer(string key, long least, long most)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlInteger number when number.Value >= least && number.Value <= most:
                return number.Value;
            case TomlInteger number:
                Fail(number, key, string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}"));
                return null;
            case var other:
                Fail(other, key, $"must be an integer and is {other.Kind}");
                return null;
        }
    }

    public double? Number(string key, double least, double most)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlInteger number when number.Value >= least && number.Value <= most:
                return number.Value;
            case TomlFloat number when number.Value >= least && number.Value <= most:
                return number.Value;
            case TomlInteger or TomlFloat:
                Fail(Find(key)!, key, string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}"));
                return null;
            case var other:
                Fail(other, key, $"must be a number and is {other.Kind}");
                return null;
        }
    }

    /// <summary>An amount of US dollars.</summary>
    public decimal? Dollars(string key) => Number(key, 0, 1_000_000_000) is { } amount ? (decimal)amount : null;

    public TimeSpan? Seconds(string key, long least, long most) => Integer(key, least, most) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A list of strings; null when it is missing.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is not TomlArray array)
        {
            Fail(value, key, $"must be an array of strings and is {value.Kind}");
            return null;
        }

        var texts = new List<string>(array.Items.Count);
        foreach (var item in array.Items)
        {
            if (item is TomlString text)
                texts.Add(context.Interpolate(text, $"{PathOf(key)}[{texts.Count}]"));
            else
                Fail(item, $"{key}[{texts.Count}]", $"must be a string and is {item.Kind}");
        }

        return texts;
    }

    /// <summary>A table of strings, taken for secrets; empty when it is missing.</summary>
    public IReadOnlyDictionary<string, RuntimeSecret> Secrets(string key)
    {
        var secrets = new Dictionary<string, RuntimeSecret>(StringComparer.OrdinalIgnoreCase);
        if (Sub(key) is { } section)
        {
            foreach (var name in section.Table.Members.Keys)
            {
                if (section.Text(name) is { } text)
                    secrets[name] = context.Keep(text);
            }
        }

        return secrets;
    }

    /// <summary>A table below this one; null when it is missing.</summary>
    public Section? Sub(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlTable below:
                return new Section(below, PathOf(key), context);
            case var other:
                Fail(other, key, $"must be a table and is {other.Kind}");
                return null;
        }
    }

    /// <summary>The tables of an array; none when it is missing.</summary>
    public IReadOnlyList<Section> Subs(string key)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is not TomlArray array)
        {
            Fail(value, key, $"must be an array of tables ([[{PathOf(key)}]]) and is {value.Kind}");
            return [];
        }

        var sections = new List<Section>(array.Items.Count);
        for (var index = 0; index < array.Items.Count; index++)
        {
            if (array.Items[index] is TomlTable below)
                sections.Add(new Section(below, $"{PathOf(key)}[{index}]", context));
            else
                Fail(array.Items[index], $"{key}[{index}]", $"must be a table and is {array.Items[index].Kind}");
        }

        return sections;
    }

    public void Fail(TomlValue value, string key, string reason) => context.Fail(value.Position, PathOf(key), reason);

    /// <summary>An error at a key that may be missing.</summary>
    public void Fail(string key, string reason) => context.Fail(Find(key)?.Position ?? Position, PathOf(key), reason);

    /// <summary>Warns that a key is understood and not carried out.</summary>
    public void Ignore(string key, string reason)
    {
        if (Find(key) is { } value)
            context.Warn(value.Position, PathOf(key), reason);
    }

    /// <summary>Warns of the keys that nobody has asked for.</summary>
    public void WarnOfUnknown()
    {
        foreach (var (key, value) in table.Members)
        {
            if (!_known.Contains(key))
                context.Warn(value.Position, PathOf(key), "is not known and has no effect");
        }
    }
}
