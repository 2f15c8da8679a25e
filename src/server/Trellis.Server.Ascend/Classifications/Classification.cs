namespace Trellis.Server.Ascend.Classifications;

/// <summary>How sensitive a resource, or all resources of a type, are.</summary>
/// <param name="Number">The number within the organisation.</param>
/// <param name="ResourceId">Which resource; <c>*</c> for all of the type.</param>
/// <param name="ResourceType">Its type.</param>
/// <param name="SensitivityLevel">How sensitive.</param>
/// <param name="ComplianceTags">Regimes that apply.</param>
/// <param name="Metadata">More: a JSON object.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
internal sealed record Classification(
    long Number,
    string ResourceId,
    string ResourceType,
    string SensitivityLevel,
    IReadOnlyList<string> ComplianceTags,
    string Metadata,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
