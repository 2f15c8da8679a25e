namespace Trellis.Ascend;

/// <summary>Reads files of environment variables. Contract section 7.</summary>
internal static class EnvironmentFile
{
    private const string Export = "export ";

    /// <summary>The variables of a file; the last line that sets one wins.</summary>
    public static Dictionary<string, string> Read(string path)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (TryParse(line, out var name, out var value))
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    private static bool TryParse(string line, out string name, out string value)
    {
        var text = line.AsSpan().Trim();
        name = value = "";
        if (text.StartsWith(Export, StringComparison.Ordinal))
        {
            text = text[Export.Length..].TrimStart();
        }

        var separator = text.IndexOf('=');
        if (separator <= 0 || text[0] == '#')
        {
            return false;
        }

        name = text[..separator].TrimEnd().ToString();
        value = Unquote(text[(separator + 1)..].TrimStart());
        return true;
    }

    private static string Unquote(ReadOnlySpan<char> text)
    {
        if (text is ['"' or '\'', ..] && text[1..].IndexOf(text[0]) is >= 0 and var end)
        {
            return text[1..(end + 1)].ToString();
        }

        // A comment begins after a blank; a # inside a value belongs to it.
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return (text is ['#', ..] ? [] : comment < 0 ? text : text[..comment]).TrimEnd().ToString();
    }
}
