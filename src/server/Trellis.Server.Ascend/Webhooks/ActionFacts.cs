using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>What receivers are told of an action (contract, section 5.2).</summary>
internal readonly record struct ActionFacts(StoredAction Action)
{
    /// <summary>Where the action is now; by default what its row says.</summary>
    public string? Status { get; init; }

    /// <summary>Why it is there.</summary>
    public string? Reason { get; init; }

    /// <summary>The person that decided.</summary>
    public string? Approver { get; init; }

    /// <summary>What it violates.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>The alert that was raised about it.</summary>
    public long? AlertId { get; init; }

    /// <summary>The facts as JSON.</summary>
    public byte[] ToJson() => JsonBytes.Object(this, static (json, facts) => facts.WriteMembers(json));

    private void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("action_id"u8, Action.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("agent_id"u8, Action.AgentId);
        json.WriteString("action_type"u8, Action.ActionType);
        json.WriteString("resource"u8, Action.Resource);
        json.WriteString("status"u8, Status ?? Action.Status);
        json.WriteNumber("risk_score"u8, Action.RiskScore);
        json.WriteString("risk_level"u8, RiskBands.Word(RiskBands.Of(Action.RiskScore)));
        if (Approver is not null)
            json.WriteString("approver"u8, Approver);
        if (Reason is not null)
            json.WriteString("reason"u8, Reason);
        if (Action.ApprovalId is not null)
            json.WriteString("approval_request_id"u8, Action.ApprovalId);
        if (Violations.Count > 0)
            json.WriteTexts("policy_violations"u8, Violations);
        if (AlertId is { } alert)
            json.WriteNumber("alert_id"u8, alert);
    }
}
