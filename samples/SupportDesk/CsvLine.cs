using System.Text;

namespace Trellis.Samples.SupportDesk;

/// <summary>Lines of comma-separated values: a value with a comma or a quote stands in quotes, and a quote in it twice (RFC 4180).</summary>
internal static class CsvLine
{
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static List<string> Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append(line[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(c);
            }
        }

        values.Add(value.ToString());
        return quoted ? throw new FormatException("a quote is not closed") : values;
    }

    public static string Join(params IEnumerable<string> values) => string.Join(',', values.Select(Quote));

    private static string Quote(string value) => value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
}
