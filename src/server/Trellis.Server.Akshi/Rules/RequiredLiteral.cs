using System.Buffers;

namespace Trellis.Server.Akshi.Rules;

/// <summary>
/// Finds a text that every match of a pattern holds: a search for it rules out whole megabytes at the speed of memory. Looks at plain
/// patterns alone and returns none where it is not sure.
/// </summary>
internal static class RequiredLiteral
{
    private const int Shortest = 2;
    private const string IgnoreCase = "(?i)";

    /// <summary>The longest such text, to be searched for; null when none is known.</summary>
    public static SearchValues<string>? Of(string pattern, bool ignoresCase)
    {
        if (pattern.StartsWith(IgnoreCase, StringComparison.Ordinal))
            (pattern, ignoresCase) = (pattern[IgnoreCase.Length..], true);
        var literal = new Reading(pattern, ignoresCase).Longest();
        return literal.Length < Shortest
            ? null
            : SearchValues.Create([literal], ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    private sealed class Reading(string pattern, bool ignoresCase)
    {
        private string _longest = "";
        private string _run = "";
        private int _index;

        // Of a pattern with alternatives, options, look-around, back-references or escapes with arguments nothing is said.
        public string Longest()
        {
            if (pattern.Contains("(?", StringComparison.Ordinal))
                return "";

            for (_index = 0; _index < pattern.Length; _index++)
            {
                if (!Read(pattern[_index]))
                    return "";
            }

            End();
            return _longest;
        }

        private bool Read(char c)
        {
            switch (c)
            {
                case '|' or ')':
                    return false;
                case '(':
                    End();
                    return SkipGroup();
                case '[':
                    End();
                    return SkipClass();
                case '\\':
                    return ReadEscape();
                case '*' or '?' or '{':
                    // What stands before may be missing.
                    _run = _run.Length > 0 ? _run[..^1] : "";
                    End();
                    return c != '{' || SkipTo('}');
                case '+' or '.' or '^' or '$':
                    End();
                    return true;
                default:
                    Add(c);
                    return true;
            }
        }

        private bool ReadEscape()
        {
            if (++_index == pattern.Length)
                return false;

            var c = pattern[_index];
            if (char.IsAsciiLetterOrDigit(c))
            {
                End();
                return c is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'b' or 'B' or 'A' or 'Z' or 'z' or 'G' or 't' or 'r' or 'n';
            }

            Add(c);
            return true;
        }

        // Regular expressions and ordinal comparisons do not agree on which letters are the same beyond these.
        private void Add(char c)
        {
            if (ignoresCase && (!char.IsAscii(c) || c is 'i' or 'I' or 'k' or 'K'))
                End();
            else
                _run += c;
        }

        private void End()
        {
            if (_run.Length > _longest.Length)
                _longest = _run;
            _run = "";
        }

        private bool SkipGroup()
        {
            for (var depth = 1; ++_index < pattern.Length;)
            {
                switch (pattern[_index])
                {
                    case '\\':
                        _index++;
                        break;
                    case '[':
                        if (!SkipClass())
                            return false;
                        break;
                    case '(':
                        depth++;
                        break;
                    case ')' when --depth == 0:
                        return true;
                }
            }

            return false;
        }

        private bool SkipClass()
        {
            if (_index + 1 < pattern.Length && pattern[_index + 1] == '^')
                _index++;
            if (_index + 1 < pattern.Length && pattern[_index + 1] == ']')
                _index++;
            while (++_index < pattern.Length && pattern[_index] != ']')
            {
                // One class may be taken away from another.
                if (pattern[_index] == '[')
                    return false;
                if (pattern[_index] == '\\')
                    _index++;
            }

            return _index < pattern.Length;
        }

        private bool SkipTo(char end)
        {
            var found = pattern.IndexOf(end, _index);
            _index = found;
            return found >= 0;
        }
    }
}
