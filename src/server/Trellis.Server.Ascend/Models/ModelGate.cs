using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Models;

/// <summary>What the registry says about the model of a submitted action: the <c>model_governance</c> block (contract, section 2.3).</summary>
/// <param name="ModelId">The model that the action names.</param>
/// <param name="ComplianceStatus">How far it is approved; <c>UNREGISTERED</c> when it is not known.</param>
/// <param name="RefusalCode">Why the action is refused; null when it is not.</param>
internal sealed record ModelGate(string ModelId, string ComplianceStatus, string? RefusalCode)
{
    private const string Unregistered = "UNREGISTERED";

    /// <summary>The refusal; null when there is none.</summary>
    public AscendError? Refusal => RefusalCode is null ? null : AscendErrors.Refused(RefusalCode, Detail, WriteTo);

    private string Detail => RefusalCode == ErrorCodes.ModelUnregistered
        ? "The model is not registered. Register it with POST /api/v1/models."
        : string.Create(CultureInfo.InvariantCulture, $"The model is {ComplianceStatus}; only an approved model may be used.");

    /// <summary>Judges a model: only one that is approved for all regimes may be used.</summary>
    /// <param name="modelId">What the action names.</param>
    /// <param name="status">The status of the registered model; null when there is none.</param>
    public static ModelGate Judge(string modelId, string? status) => status switch
    {
        null => new(modelId, Unregistered, ErrorCodes.ModelUnregistered),
        ModelStatus.Approved => new(modelId, status, null),
        _ => new(modelId, status, ErrorCodes.ModelNotCompliant),
    };

    /// <summary>Writes the member <c>model_governance</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("model_governance"u8);
        json.WriteString("model_id"u8, ModelId);
        json.WriteBoolean("registry_checked"u8, true);
        json.WriteString("compliance_status"u8, ComplianceStatus);
        json.WriteString("decision"u8, RefusalCode is null ? "allow"u8 : "deny"u8);
        json.WriteEndObject();
    }
}
