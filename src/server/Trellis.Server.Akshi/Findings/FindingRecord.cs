using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Findings;

/// <summary>Reads one finding in the words of any documented client (contract, sections 2.5 and 4.2).</summary>
internal static class FindingRecord
{
    private const int LongestLine = 4096;
    private const int LongestDetail = 64 * 1024;

    /// <summary>Reads the members; what is wrong is noted.</summary>
    public static NewFinding Read(Fields fields)
    {
        var source = fields.OptionalText("source", LongestLine);
        var agent = fields.OptionalText("agent");
        var summary = fields.OptionalText("summary", LongestLine);
        var title = fields.OptionalText("title", LongestLine);
        var file = fields.OptionalText("file", LongestLine);

        // Beside an agent the source is what the TypeScript client means by it: a file or an address.
        var finder = agent ?? source;
        var where = file ?? (agent is null ? null : source);
        return new NewFinding(
            Required(fields, "source", "agent", finder),
            Severity(fields),
            where ?? "",
            Required(fields, "summary", "title", summary ?? title),
            fields.OptionalText("detail", LongestDetail),
            Time(fields));
    }

    private static string Required(Fields fields, string name, string alias, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            return value;
        if (value is not null || !(fields.Has(name) || fields.Has(alias)))
            fields.AddError(name, value is null ? $"is required, or '{alias}' in its place" : "must not be blank");
        return "";
    }

    private static string Severity(Fields fields)
    {
        if (fields.OptionalText("severity") is { } word && Severities.Contains(word))
            return word;

        fields.AddError("severity", $"must be one of {string.Join(", ", Severities.All)}");
        return "";
    }

    // A time that is none is no reason to lose a finding: the server sets its own.
    private static DateTimeOffset? Time(Fields fields) =>
        ReadTime(fields, "timestamp") ?? ReadTime(fields, "ts");

    private static DateTimeOffset? ReadTime(Fields fields, string name) =>
        // As it stands in the body: no time needs an escape.
        fields.TryGet(name, out var value)
        && value.ValueKind is JsonValueKind.String
        && WireTime.TryParse(value.GetRawText().Trim('"'), out var time)
            ? time
            : null;
}
