using System.Globalization;
using System.Text.Json;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Reads members of a JSON object and collects everything that is wrong, each with the path of the member.</summary>
internal sealed class FaultMembers
{
    private readonly JsonElement _value;
    private readonly string _prefix;
    private readonly List<string> _errors;

    public FaultMembers(JsonElement value, string path, List<string> errors)
    {
        _value = value;
        _prefix = path.Length > 0 ? path + "." : "";
        _errors = errors;
        if (value.ValueKind is not JsonValueKind.Object)
        {
            errors.Add($"{(path.Length > 0 ? path : "$")}: must be an object.");
        }
    }

    public void Refuse(string name, string reason) => _errors.Add($"{_prefix}{name}: {reason}");

    public void RefuseUnknown(params string[] known)
    {
        if (_value.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in _value.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            {
                Refuse(member.Name, $"is not known here; known are {string.Join(", ", known)}.");
            }
        }
    }

    /// <summary>The objects of a list that must be there.</summary>
    public IEnumerable<FaultMembers> Objects(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.Array } list)
        {
            return [.. list.EnumerateArray().Select((item, index) => new FaultMembers(item, $"{_prefix}{name}[{index}]", _errors))];
        }

        Refuse(name, "must be a list.");
        return [];
    }

    /// <summary>A text that must be there.</summary>
    public string? Text(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } member)
        {
            return member.GetString();
        }

        Refuse(name, "must be a text.");
        return null;
    }

    public bool? Boolean(string name)
    {
        var member = Find(name);
        if (member is null or { ValueKind: JsonValueKind.True or JsonValueKind.False })
        {
            return member?.GetBoolean();
        }

        Refuse(name, "must be true or false.");
        return null;
    }

    public long? Integer(string name, long lowest, long highest)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is JsonValueKind.Number && member.TryGetInt64(out var number) && number >= lowest && number <= highest)
        {
            return number;
        }

        Refuse(
            name,
            highest == long.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"must be an integer{(lowest == 0 ? ", not negative" : "")}.")
                : string.Create(CultureInfo.InvariantCulture, $"must be an integer from {lowest} to {highest}."));
        return null;
    }

    public double? Number(string name, double lowest, double highest)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is JsonValueKind.Number && member.GetDouble() is var number && number >= lowest && number <= highest)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {lowest} to {highest}."));
        return null;
    }

    /// <summary>The JSON text of a member of any type.</summary>
    public string? Raw(string name) => Find(name)?.GetRawText();

    private JsonElement? Find(string name) =>
        _value.ValueKind is JsonValueKind.Object && _value.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null
            ? member
            : null;
}
