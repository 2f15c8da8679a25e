namespace Trellis.Server.Kernel.Faults;

/// <summary>
/// Which requests a rule concerns: a method and a path, as in <c>POST /platform/list-keys</c>. In both, <c>*</c> stands for any run of
/// characters, none and slashes included. Case does not count, as in routing; the query string is not looked at.
/// </summary>
public sealed class FaultRoute
{
    private readonly string _method;
    private readonly string _path;

    private FaultRoute(string method, string path)
    {
        _method = method;
        _path = path;
    }

    /// <summary>Reads a route.</summary>
    /// <returns>The route; null when <paramref name="text"/> is not a method, one space and a path that begins with <c>/</c> or <c>*</c>.</returns>
    public static FaultRoute? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ') is [{ Length: > 0 } method, ['/' or '*', ..] path] ? new FaultRoute(method, path) : null;
    }

    /// <summary>Whether a request is concerned.</summary>
    public bool Matches(string method, string path) => Matches(_method.AsSpan(), method) && Matches(_path.AsSpan(), path);

    /// <summary>The route as it was written.</summary>
    public override string ToString() => $"{_method} {_path}";

    // Remembers the last star alone, so the work is at most pattern times text, whatever the pattern.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
