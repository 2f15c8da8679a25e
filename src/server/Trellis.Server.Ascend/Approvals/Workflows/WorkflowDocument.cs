using System.Text.Json;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>Workflows as the wire and the store have them; <c>required_level</c> and <c>stage_names</c> are the server's own.</summary>
internal static class WorkflowDocument
{
    private const int LongestTimeoutHours = 24 * 365;

    /// <summary>Writes the members.</summary>
    public static void Write(Utf8JsonWriter json, Workflow workflow)
    {
        json.WriteString("workflow_id"u8, workflow.Id);
        json.WriteNumber("risk_threshold_min"u8, workflow.RiskMinimum);
        json.WriteNumber("risk_threshold_max"u8, workflow.RiskMaximum);
        json.WriteNumber("approval_levels"u8, workflow.Stages);
        json.WriteNumber("required_level"u8, workflow.RequiredLevel);
        json.WriteTexts("stage_names"u8, workflow.StageNames);
        json.WriteTexts("approvers"u8, workflow.Approvers);
        json.WriteNumber("timeout_hours"u8, workflow.Timeout.TotalHours);
        json.WriteNumber("escalation_minutes"u8, workflow.Escalation.TotalMinutes);
        json.WriteBoolean("emergency_override"u8, workflow.EmergencyOverride);
        json.WriteBoolean("is_active"u8, workflow.IsActive);
    }

    /// <summary>The workflow with the members that are there; what is wrong is noted in the errors.</summary>
    public static Workflow Apply(Fields fields, Workflow workflow)
    {
        var changed = workflow with
        {
            RiskMinimum = (int)(fields.OptionalInteger("risk_threshold_min", 0, 100) ?? workflow.RiskMinimum),
            RiskMaximum = (int)(fields.OptionalInteger("risk_threshold_max", 0, 100) ?? workflow.RiskMaximum),
            Stages = (int)(fields.OptionalInteger("approval_levels", 1, 5) ?? workflow.Stages),
            RequiredLevel = (int)(fields.OptionalInteger("required_level", ApprovalLevel.Lowest, ApprovalLevel.Highest) ?? workflow.RequiredLevel),
            StageNames = fields.OptionalTexts("stage_names", most: 5) ?? workflow.StageNames,
            Approvers = fields.OptionalTexts("approvers") ?? workflow.Approvers,
            Timeout = fields.OptionalNumber("timeout_hours", 1.0 / 60, LongestTimeoutHours) is { } hours
                ? TimeSpan.FromHours(hours)
                : workflow.Timeout,
            Escalation = fields.OptionalNumber("escalation_minutes", 1, LongestTimeoutHours * 60) is { } minutes
                ? TimeSpan.FromMinutes(minutes)
                : workflow.Escalation,
            EmergencyOverride = fields.OptionalBoolean("emergency_override") ?? workflow.EmergencyOverride,
            IsActive = fields.OptionalBoolean("is_active") ?? workflow.IsActive,
        };
        if (changed.RiskMinimum > changed.RiskMaximum)
            fields.Errors.Add("updates.risk_threshold_min", "must not be above 'risk_threshold_max'");
        return changed;
    }
}
