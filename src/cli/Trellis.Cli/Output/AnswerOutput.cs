using System.Text.Json.Serialization.Metadata;

namespace Trellis.Cli;

/// <summary>Prints a command's answer on standard output, in the format that was asked for.</summary>
internal static class AnswerOutput
{
    /// <param name="host">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="answer">What.</param>
    /// <param name="typeInfo">Its JSON form.</param>
    /// <param name="toTable">Its table.</param>
    public static void Write<T>(CliHost host, OutputFormat format, T answer, JsonTypeInfo<T> typeInfo, Func<T, Table> toTable)
    {
        if (format == OutputFormat.Json) JsonOutput.Write(host.Output, answer, typeInfo);
        else TableOutput.Write(host.Output, host.OutputStyle, toTable(answer));
    }
}
