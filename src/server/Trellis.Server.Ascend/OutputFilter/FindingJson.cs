using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>Findings on the wire.</summary>
internal static class FindingJson
{
    /// <summary>Writes a finding as it is kept.</summary>
    public static void WriteMembers(Utf8JsonWriter json, OutputFinding finding)
    {
        json.WriteNumber("id"u8, finding.Number);
        json.WriteString("scan_id"u8, finding.ScanId);
        json.WriteString("agent_id"u8, finding.AgentId);
        json.WriteNumberOrNull("action_id"u8, finding.ActionId);
        json.WriteString("result"u8, finding.Result);
        WritePlace(json, finding);
        json.WriteTime("created_at"u8, finding.CreatedAt);
    }

    /// <summary>Writes what was found, and where.</summary>
    public static void WritePlace(Utf8JsonWriter json, OutputFinding finding)
    {
        json.WriteString("category"u8, finding.Category);
        json.WriteString("severity"u8, finding.Severity);
        json.WriteString("pattern"u8, finding.Pattern);
        json.WriteNumber("start"u8, finding.Start);
        json.WriteNumber("end"u8, finding.End);
    }
}
