using System.Globalization;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Reads the optional members of a JSON object and keeps the first thing that is wrong with any of them.</summary>
internal sealed class RequestMembers(JsonElement value, string path = "", RequestMembers? root = null)
{
    private OpenAiError? _error;

    /// <summary>The first thing that is wrong; null while nothing is.</summary>
    public OpenAiError? Error => root is null ? _error : root.Error;

    /// <summary>The members of an object inside this one; what is wrong there is wrong here.</summary>
    public RequestMembers Within(string name, JsonElement inner) => new(inner, PathOf(name) + ".", root ?? this);

    /// <summary>The member, or null when it is absent or JSON's null.</summary>
    public JsonElement? Find(string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    public string? Text(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is not JsonValueKind.String)
        {
            RefuseType(name, "a string", member);
            return null;
        }

        if (member.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Refuse(name, "must not be empty.", "invalid_value");
        return null;
    }

    public bool? Boolean(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return member.GetBoolean();
        }

        RefuseType(name, "a boolean", member);
        return null;
    }

    public long? Integer(string name, long lowest, long highest)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is not JsonValueKind.Number || !member.TryGetDecimal(out var number) || number != decimal.Truncate(number))
        {
            RefuseType(name, "an integer", member);
            return null;
        }

        if (number >= lowest && number <= highest)
        {
            return (long)number;
        }

        Refuse(name, $"must be {lowest} to {highest}.", number < lowest ? "integer_below_min_value" : "integer_above_max_value");
        return null;
    }

    public double? Number(string name, double lowest, double highest)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind is not JsonValueKind.Number)
        {
            RefuseType(name, "a number", member);
            return null;
        }

        var number = member.GetDouble();
        if (number >= lowest && number <= highest)
        {
            return number;
        }

        Refuse(
            name,
            string.Create(CultureInfo.InvariantCulture, $"must be {lowest} to {highest}."),
            number < lowest ? "decimal_below_min_value" : "decimal_above_max_value");
        return null;
    }

    public void RefuseMissing(string name) =>
        Keep(OpenAiError.InvalidRequest($"Missing required parameter: '{PathOf(name)}'.", PathOf(name), "missing_required_parameter"));

    public void RefuseType(string name, string expected, JsonElement actual) =>
        Refuse(name, $"must be {expected}, but it is {JsonText.TypeName(actual)}.", "invalid_type");

    public void Refuse(string name, string reason, string code) =>
        Keep(OpenAiError.InvalidRequest($"Invalid request: '{PathOf(name)}' {reason}", PathOf(name), code));

    private string PathOf(string name) => path + name;

    private void Keep(OpenAiError error)
    {
        if (root is null)
        {
            _error ??= error;
        }
        else
        {
            root.Keep(error);
        }
    }
}
