using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>
/// A pattern of paths with slashes: <c>*</c> and <c>?</c> stay within a segment, <c>**</c> crosses folders, <c>{a,b}</c> is a choice. Names
/// that begin with a dot match only a pattern that begins with a dot at that place.
/// </summary>
internal sealed class PathGlob
{
    private readonly Regex _pattern;
    private readonly bool _namesHidden;

    public PathGlob(string pattern)
    {
        pattern = pattern.Replace('\\', '/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        _namesHidden = pattern.StartsWith('.') || pattern.Contains("/.", StringComparison.Ordinal);
        _pattern = new Regex(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        Root = RootOf(pattern);
    }

    /// <summary>The folder below which alone paths can match; empty for any.</summary>
    public string Root { get; }

    /// <summary>Whether a relative path matches.</summary>
    public bool Matches(string path) => _pattern.IsMatch(path);

    /// <summary>Whether a folder or file of this name can be on the way to a match.</summary>
    public bool Enters(string name) => _namesHidden || !name.StartsWith('.');

    private static string RootOf(string pattern)
    {
        var wild = pattern.AsSpan().IndexOfAny("*?{");
        var folder = pattern.LastIndexOf('/', wild < 0 ? pattern.Length - 1 : Math.Max(0, wild - 1));
        return folder < 0 ? "" : pattern[..folder];
    }

    private static string Translate(string glob)
    {
        var regex = new StringBuilder("^");
        var isChoice = false;
        for (var index = 0; index < glob.Length; index++)
        {
            var rest = glob.AsSpan(index);
            if (rest.StartsWith("**/"))
            {
                regex.Append("(?:[^/]+/)*");
                index += 2;
            }
            else if (rest.StartsWith("**"))
            {
                regex.Append(".*");
                index++;
            }
            else
            {
                regex.Append(glob[index] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    '{' when !isChoice && rest.Contains('}') => Toggle(ref isChoice, "(?:"),
                    '}' when isChoice => Toggle(ref isChoice, ")"),
                    ',' when isChoice => "|",
                    var other => Regex.Escape(other.ToString()),
                });
            }
        }

        return regex.Append("\\z").ToString();
    }

    private static string Toggle(ref bool isChoice, string text)
    {
        isChoice = !isChoice;
        return text;
    }
}
