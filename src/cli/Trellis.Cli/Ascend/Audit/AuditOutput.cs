using System.Globalization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary>Prints records one by one, a line each, so that they can be followed.</summary>
internal static class AuditOutput
{
    public static void Write(CliHost host, OutputFormat format, AuditEvent record)
    {
        if (format == OutputFormat.Json) JsonOutput.WriteLine(host.Output, PrintedAuditEvent.Of(record), AscendJsonContext.Default.PrintedAuditEvent);
        else host.Output.WriteLine(TerminalText.Line(Line(record)));
    }

    private static string Line(AuditEvent record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.SequenceNumber,8}  {Time(record.Timestamp),-20}  {record.Outcome,-7}  {record.EventType,-28}  {record.Actor,-24}  {About(record)}").TrimEnd();

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string? About(AuditEvent record) =>
        record is { ResourceType: { } type, ResourceId: { } id } ? $"{type} {id}" : record.Resource ?? record.ResourceType;
}
