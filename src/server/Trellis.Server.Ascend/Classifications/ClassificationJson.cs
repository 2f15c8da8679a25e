using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Classifications;

/// <summary>Classifications on the wire.</summary>
internal static class ClassificationJson
{
    /// <summary>Writes everything that is known of one.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Classification item)
    {
        json.WriteNumber("id"u8, item.Number);
        json.WriteString("resource_id"u8, item.ResourceId);
        json.WriteString("resource_type"u8, item.ResourceType);
        json.WriteString("sensitivity_level"u8, item.SensitivityLevel);
        json.WriteTexts("compliance_tags"u8, item.ComplianceTags);
        json.WritePropertyName("metadata"u8);
        json.WriteRawValue(item.Metadata);
        json.WriteString("created_by"u8, item.CreatedBy);
        json.WriteTime("created_at"u8, item.CreatedAt);
        json.WriteTime("updated_at"u8, item.UpdatedAt);
    }
}
