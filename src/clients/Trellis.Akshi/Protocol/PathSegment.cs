using System.Text;

namespace Trellis.Akshi;

/// <summary>Identifiers and names as parts of paths. Contract section 2.0.</summary>
internal static class PathSegment
{
    /// <summary>The path with the values, each escaped once, in place of its names in braces, in their order.</summary>
    /// <exception cref="ArgumentException">A value is blank, or would lead to another path.</exception>
    public static string In(string template, params ReadOnlySpan<string> values)
    {
        var path = new StringBuilder();
        var rest = template.AsSpan();
        foreach (var value in values)
        {
            var begin = rest.IndexOf('{');
            var end = rest.IndexOf('}');
            path.Append(rest[..begin]).Append(Escaped(value, rest[(begin + 1)..end]));
            rest = rest[(end + 1)..];
        }

        return path.Append(rest).ToString();
    }

    private static string Escaped(string value, ReadOnlySpan<char> name)
    {
        // Dots cannot be escaped: whoever reads an address takes them for a way up.
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new ArgumentException($"'{value}' cannot be the {name} in a path.", name.ToString());
        }

        return Uri.EscapeDataString(value);
    }
}
