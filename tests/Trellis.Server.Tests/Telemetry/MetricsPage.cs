using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Server.Tests.Telemetry;

/// <summary>A page of metrics, read by the grammar of the text format 0.0.4.</summary>
internal sealed partial class MetricsPage
{
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <summary>The types of the families.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>All samples: a name, its labels in braces, and the value.</summary>
    public IReadOnlyDictionary<string, double> Samples => _samples;

    /// <exception cref="FormatException">A line is not of the format, a family comes twice, or a sample is of no family or comes twice.</exception>
    public static MetricsPage Parse(string text)
    {
        text.ShouldEndWith("\n");
        var page = new MetricsPage();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type)
                page._types.Add(type.Groups["name"].Value, type.Groups["type"].Value);
            else if (!HelpLine().IsMatch(line))
                page.AddSample(line);
        }

        return page;
    }

    /// <summary>The sum of the samples of a name that have all these labels.</summary>
    public double Sum(string name, params string[] labels) => _samples
        .Where(sample => sample.Key.StartsWith($"{name}{{", StringComparison.Ordinal) && labels.All(label => sample.Key.Contains(label, StringComparison.Ordinal)))
        .Sum(static sample => sample.Value);

    private void AddSample(string line)
    {
        var match = SampleLine().Match(line);
        if (!match.Success)
            throw new FormatException($"No sample: {line}");
        var name = match.Groups["name"].Value;
        if (!_types.ContainsKey(name) && !_types.ContainsKey(Regex.Replace(name, "_(bucket|sum|count)$", "")))
            throw new FormatException($"Of no family: {line}");
        var value = match.Groups["value"].Value;
        _samples.Add(name + match.Groups["labels"].Value, value == "+Inf" ? double.PositiveInfinity : double.Parse(value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .+$", RegexOptions.CultureInvariant)]
    private static partial Regex HelpLine();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*")*\})? (?<value>\S+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex SampleLine();
}
