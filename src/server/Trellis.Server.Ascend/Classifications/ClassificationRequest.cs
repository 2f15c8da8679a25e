using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Classifications;

/// <summary>Reads what an administrator says about a resource.</summary>
internal static class ClassificationRequest
{
    /// <summary>What stands for every resource of a type.</summary>
    private const string All = "*";

    private static readonly string[] Levels =
        ["public", "internal", "low", "medium", "high", "confidential", "restricted", "pii", "phi", "pci", "financial", "secret", "critical"];

    /// <summary>A new one.</summary>
    public static (Classification? Item, AscendError? Refusal) Read(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var type = fields.Text("resource_type");
        var level = ReadLevel(fields);
        if (level is null && !fields.Has("sensitivity_level"))
            fields.Errors.Add("sensitivity_level", "is required");
        var item = new Classification(
            0,
            fields.OptionalText("resource_id", shortest: 1) ?? All,
            type,
            level ?? "",
            fields.OptionalTexts("compliance_tags", most: 50, longest: 64) ?? [],
            ReadMetadata(fields) ?? "{}",
            call.Caller.ActorId,
            call.At,
            call.At);
        return fields.Errors.IsEmpty ? (item, null) : (null, AscendErrors.Invalid(fields.Errors));
    }

    /// <summary>A change of one: what is missing stays.</summary>
    public static (Classification? Item, AscendError? Refusal) Read(AscendCall call, Classification item)
    {
        var fields = new Fields(call.Body);
        var changed = item with
        {
            SensitivityLevel = ReadLevel(fields) ?? item.SensitivityLevel,
            ComplianceTags = fields.OptionalTexts("compliance_tags", most: 50, longest: 64) ?? item.ComplianceTags,
            Metadata = ReadMetadata(fields) ?? item.Metadata,
            UpdatedAt = call.At,
        };
        return fields.Errors.IsEmpty ? (changed, null) : (null, AscendErrors.Invalid(fields.Errors));
    }

    private static string? ReadLevel(Fields fields) => fields.OptionalWord("sensitivity_level", Levels);

    private static string? ReadMetadata(Fields fields) =>
        fields.Object("metadata") is { ValueKind: JsonValueKind.Object } metadata ? metadata.GetRawText() : null;
}
