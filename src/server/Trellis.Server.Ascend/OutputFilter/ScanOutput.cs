using System.Globalization;
using Microsoft.Extensions.Logging;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Alerts;
using Trellis.Server.Ascend.Content;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>Scans what an agent is about to say. What cannot be scanned or whose findings cannot be kept is blocked.</summary>
internal sealed class ScanOutput(IStore store, CallWrites writes, IAuditLog audit, ILogger<ScanOutput> logger)
{
    private const int LongestContent = 1_000_000;

    // What a text is full of is known after so many; a transaction is not to grow with the text.
    private const int MostKept = 200;

    /// <summary>Scans a text.</summary>
    public async ValueTask<JsonAnswer> ScanAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var content = fields.OptionalText("content", LongestContent);
        if (content is null && !fields.Has("content"))
            fields.Errors.Add("content", "is required");
        var agentId = fields.Text("agent_id", 64);
        var actionId = fields.OptionalInteger("action_id", 1, long.MaxValue);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        try
        {
            var settings = await store.ReadAsync(session => OutputFilterTable.FindAsync(session, call.OrganisationId), call.Aborted);
            var scan = OutputScan.Of(content!, settings);
            var findings = Findings(call, scan, settings, agentId, actionId);
            return findings.Count == 0 && actionId is null
                ? await store.ReadAsync(session => KeepAsync(session, call, scan, findings, actionId), call.Aborted)
                : await writes.RunAsync(call, session => KeepAsync(session, call, scan, findings, actionId));
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            OutputFilterLog.ScanFailed(logger, error);
            return AnswerOf(OutputScan.Blocked, scanId: null, [], content: null, "The output could not be scanned and is blocked.");
        }
    }

    private static List<OutputFinding> Findings(
        AscendCall call, OutputScan scan, OutputFilterSettings settings, string agentId, long? actionId)
    {
        var scanId = $"scan_{Guid.CreateVersion7(call.At):N}";
        return scan.Matches.Select(match => FindingOf(match, settings.RuleFor(match.Kind))).ToList();

        OutputFinding FindingOf(SensitiveDataMatch match, OutputRule rule) => new()
        {
            ScanId = scanId,
            AgentId = agentId,
            ActionId = actionId,
            Result = scan.Result,
            Category = rule.Category,
            Severity = rule.Severity,
            Pattern = rule.Pattern,
            Start = match.Start,
            End = match.End,
            CreatedAt = call.At,
        };
    }

    private static Answer AnswerOf(string result, string? scanId, List<OutputFinding> findings, string? content, string message) => Answer.Ok(json =>
    {
        json.WriteString("result"u8, result);
        json.WriteString("scan_id"u8, scanId);
        json.WriteNumber("findings_count"u8, findings.Count);
        json.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            FindingJson.WritePlace(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("redacted_content"u8, content);
        json.WriteString("message"u8, message);
    });

    private static string MessageOf(OutputScan scan) => scan.Result switch
    {
        OutputScan.Clean => "Nothing was found.",
        OutputScan.Redacted => "Use redacted_content instead of the output.",
        _ => "The output must not be used.",
    };

    private async ValueTask<JsonAnswer> KeepAsync(
        ISqlSession session, AscendCall call, OutputScan scan, List<OutputFinding> findings, long? actionId)
    {
        if (actionId is { } id && await ActionTable.FindAsync(session, call.OrganisationId, id) is null)
            return AscendErrors.NotFound("The action");

        if (actionId is { } scanned)
            await ActionScanTable.AddAsync(session, call.OrganisationId, new ActionScan(scanned, scan.Result, findings.Count), call.At);
        foreach (var finding in findings.Take(MostKept))
            await FindingTable.AddAsync(session, call.OrganisationId, finding);
        if (scan.Result == OutputScan.Blocked)
            await AlertTable.AddAsync(session, call.OrganisationId, AlertOf(call, findings[0]));
        if (findings.Count > 0)
            await audit.AppendAsync(session, EventOf(call, scan, findings));
        return AnswerOf(scan.Result, findings.Count == 0 ? null : findings[0].ScanId, findings, scan.Content, MessageOf(scan));
    }

    private static Alert AlertOf(AscendCall call, OutputFinding finding) => new()
    {
        Type = AlertTypes.OutputBlocked,
        Severity = FindingSeverity.Critical,
        Title = "An agent's output was blocked",
        Message = $"The output of {finding.AgentId} held secrets.",
        AgentId = finding.AgentId,
        ActionId = finding.ActionId,
        Resource = finding.ScanId,
        CreatedAt = call.At,
    };

    private static AuditEvent EventOf(AscendCall call, OutputScan scan, List<OutputFinding> findings)
    {
        var first = findings[0];
        return RegistryEvent.Of(call, "output_scanned", "scan_output", ("agent_output", first.ScanId), json =>
        {
            json.WriteString("result"u8, scan.Result);
            json.WriteString("agent_id"u8, first.AgentId);
            json.WriteString("action_id"u8, first.ActionId?.ToString(CultureInfo.InvariantCulture));
            json.WriteCounts("findings"u8, findings, static finding => finding.Pattern);
        });
    }
}
