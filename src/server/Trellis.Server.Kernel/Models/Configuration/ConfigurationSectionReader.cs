using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Kernel.Models;

/// <summary>Reads members of a configuration section and collects everything that is wrong, each with the path of the member.</summary>
internal sealed class ConfigurationSectionReader(IConfiguration section, string path, List<string> errors)
{
    /// <summary>Where this section lies, for example <c>models.upstreams[0]</c>.</summary>
    public string Path => path;

    /// <summary>Reports every member that is not one of <paramref name="known"/>.</summary>
    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        foreach (var child in section.GetChildren())
        {
            var isKnown = false;
            foreach (var name in known)
            {
                isKnown |= child.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
            }

            if (!isKnown)
            {
                Refuse(child.Key, $"is not known here; known are {string.Join(", ", known.ToArray())}.");
            }
        }
    }

    /// <summary>Reports that a member is wrong.</summary>
    public void Refuse(string name, string reason) => errors.Add($"{path}.{name}: {reason}");

    /// <summary>The elements of a list; none when it is absent.</summary>
    public IReadOnlyList<ConfigurationSectionReader> List(string name)
    {
        var list = section.GetSection(name);
        if (!string.IsNullOrEmpty(list.Value))
        {
            Refuse(name, "must be a list.");
            return [];
        }

        return
        [
            .. list.GetChildren().Select(
                child => new ConfigurationSectionReader(
                    child,
                    int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                        ? $"{path}.{name}[{child.Key}]"
                        : $"{path}.{name}.{child.Key}",
                    errors)),
        ];
    }

    /// <summary>A text; null when it is absent.</summary>
    public string? Text(string name)
    {
        var member = section.GetSection(name);
        if (member.GetChildren().Any())
        {
            Refuse(name, "must be a text.");
            return null;
        }

        return string.IsNullOrWhiteSpace(member.Value) ? null : member.Value;
    }

    /// <summary>A text that must be there; empty, and reported, when it is not.</summary>
    public string RequiredText(string name)
    {
        var errorsBefore = errors.Count;
        if (Text(name) is { } text)
        {
            return text;
        }

        if (errors.Count == errorsBefore)
        {
            Refuse(name, "is missing.");
        }

        return "";
    }

    /// <summary>True or false.</summary>
    public bool Boolean(string name, bool whenAbsent)
    {
        if (Text(name) is not { } text)
        {
            return whenAbsent;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Refuse(name, "must be true or false.");
        return whenAbsent;
    }

    /// <summary>A number within limits; null when it is absent or, reported, wrong.</summary>
    public decimal? Number(string name, decimal lowest, decimal highest)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest)
        {
            return value;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {lowest} to {highest}."));
        return null;
    }

    /// <summary>An integer within limits; null when it is absent or, reported, wrong.</summary>
    public long? Integer(string name, long lowest, long highest)
    {
        if (Number(name, lowest, highest) is not { } value)
        {
            return null;
        }

        if (value == decimal.Truncate(value))
        {
            return (long)value;
        }

        Refuse(name, "must be an integer.");
        return null;
    }
}
