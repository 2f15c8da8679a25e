using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>
/// Takes events that callers report. The record's actor is always the caller, and the data say that the event was reported and on whose
/// behalf, so that no report passes for something that the server saw itself.
/// </summary>
internal sealed class ReportEvent(CallWrites writes, IAuditLog audit)
{
    private const int LongestDetails = 64 * 1024;

    /// <summary>Appends a reported event.</summary>
    public async ValueTask<JsonAnswer> ReportAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var reported = Read(call, fields);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        var entry = audit.Prepare(reported);
        return await writes.RunAsync(call, async session =>
        {
            var receipt = await audit.AppendAsync(session, entry);
            return Answer.Created(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("id"u8, receipt.Id);
                json.WriteString("event_id"u8, receipt.Id);
                json.WriteNumber("sequence_number"u8, receipt.SequenceNumber);
                json.WriteString("chain_hash"u8, receipt.ChainHash);
                json.WriteTime("timestamp"u8, call.At);
            });
        });
    }

    private static AuditEvent Read(AscendCall call, Fields fields)
    {
        var eventType = fields.Text("event_type", 100);
        var onBehalfOf = fields.OptionalText("actor_id") ?? fields.OptionalText("actor");
        var action = fields.OptionalText("action", 100, 1) ?? eventType;
        var resourceType = fields.OptionalText("resource_type", 100, 1) ?? "external";
        var resourceId = fields.OptionalText("resource_id") ?? fields.OptionalText("resource") ?? "";
        var outcome = fields.OptionalWord("outcome", AuditOutcome.Success, AuditOutcome.Failure, AuditOutcome.Denied) ?? AuditOutcome.Success;
        var riskLevel = fields.OptionalWord("risk_level", RiskLevelWords.All);
        var tags = fields.OptionalTexts(AuditRecordJson.ComplianceTags, most: 20, longest: 32) ?? [];
        var details = fields.Has("details") ? fields.Object("details") : fields.Object("event_data");
        if (details.ValueKind is JsonValueKind.Object && details.GetRawText().Length > LongestDetails)
            fields.Errors.Add("details", $"must be shorter than {LongestDetails} characters");

        return new AuditEvent
        {
            OrganisationId = call.OrganisationId,
            Platform = "ascend",
            EventType = eventType,
            ActorId = call.Caller.ActorId,
            ResourceType = resourceType,
            ResourceId = resourceId,
            Action = action,
            Outcome = outcome,
            RiskLevel = riskLevel,
            IpAddress = call.Origin.IpAddress,
            CorrelationId = call.Origin.CorrelationId,
            Data = AuditData.Object(json =>
            {
                json.WriteBoolean("reported"u8, true);
                json.WriteString("on_behalf_of"u8, onBehalfOf);
                json.WriteTexts("compliance_tags"u8, tags);
                json.WriteElement("details"u8, details);
            }),
        };
    }
}
