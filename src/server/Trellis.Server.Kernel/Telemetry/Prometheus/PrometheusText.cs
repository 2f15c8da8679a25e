using System.Globalization;
using System.Text;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Writes metrics in the text format of Prometheus, version 0.0.4. Not safe for concurrent use.</summary>
/// <seealso href="https://prometheus.io/docs/instrumenting/exposition_formats/">The format</seealso>
public sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a family.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
    /// <param name="help">What it counts.</param>
    public void Family(string name, string type, string help)
    {
        ArgumentNullException.ThrowIfNull(help);

        var escaped = help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {escaped}\n# TYPE {name} {type}\n");
    }

    /// <summary>Writes a value.</summary>
    /// <param name="name">The family's name, perhaps with a suffix.</param>
    /// <param name="value">The value.</param>
    /// <param name="labels">The labels, whose values may be anything.</param>
    public void Sample(string name, double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var text = new LabelText(stackalloc char[256]);
        foreach (var (label, content) in labels)
            text.Add(label, content);
        Sample(name, value, text.Written);
        text.Dispose();
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Writes a value with labels that are written already.</summary>
    internal void Sample(string name, double value, ReadOnlySpan<char> labels)
    {
        _text.Append(name);
        if (labels.Length > 0)
            _text.Append('{').Append(labels).Append('}');
        _text.Append(' ').Append(Format(value)).Append('\n');
    }

    /// <summary>A number as the format has it.</summary>
    internal static string Format(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
