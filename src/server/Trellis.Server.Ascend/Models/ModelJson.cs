using System.Text.Json;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Models;

/// <summary>Models on the wire.</summary>
internal static class ModelJson
{
    /// <summary>Writes everything that is known of a model.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RegisteredModel model)
    {
        json.WriteNumber("id"u8, model.Number);
        json.WriteString("model_id"u8, model.ModelId);
        json.WriteString("model_name"u8, model.Name);
        json.WriteString("version"u8, model.Version);
        json.WriteString("environment"u8, model.Environment);
        json.WriteString("model_owner"u8, model.Owner);
        json.WriteString("risk_level"u8, model.RiskLevel);
        json.WriteString("data_classification"u8, model.DataClassification);
        json.WriteString("provider"u8, model.Provider);
        json.WriteString("description"u8, model.Description);
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(model.Metadata);
        json.WriteString("status"u8, model.Status);
        json.WriteString("compliance_status"u8, model.Status);
        WriteApprovals(json, model);
        json.WriteString("registered_by"u8, model.RegisteredBy);
        json.WriteTime("created_at"u8, model.CreatedAt);
        json.WriteTime("updated_at"u8, model.UpdatedAt);
    }

    /// <summary>The answer of a change: the model, under its name and at the top.</summary>
    public static Answer Changed(RegisteredModel model, string message) => Answer.Ok(json => WriteChanged(json, model, message));

    /// <summary>The answer of a registration.</summary>
    public static Answer Created(RegisteredModel model) => Answer.Created(json => WriteChanged(json, model, "The model is registered; it waits for its review."));

    /// <summary>Writes an entry of a model's history.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ModelHistoryEntry entry)
    {
        json.WriteNumber("entry"u8, entry.Entry);
        json.WriteTime("timestamp"u8, entry.At);
        json.WriteString("actor"u8, entry.Actor);
        json.WriteString("event"u8, entry.Event);
        json.WriteString("status"u8, entry.Status);
        json.WriteString("detail"u8, entry.Detail);
    }

    private static void WriteChanged(Utf8JsonWriter json, RegisteredModel model, string message)
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("message"u8, message);
        WriteMembers(json, model);
        json.WriteStartObject("model"u8);
        WriteMembers(json, model);
        json.WriteEndObject();
    }

    private static void WriteApprovals(Utf8JsonWriter json, RegisteredModel model)
    {
        json.WriteStartObject("approvals"u8);
        foreach (var framework in Frameworks.All)
        {
            json.WriteStartObject(framework);
            var approval = model.Approvals.FirstOrDefault(approval => approval.Framework == framework);
            json.WriteBoolean("approved"u8, approval is not null);
            json.WriteString("approved_by"u8, approval?.By);
            json.WriteTime("approved_at"u8, approval?.At);
            json.WriteString("comments"u8, approval?.Comments);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
