using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The stages of an approval as the store has them: they are read and written with it, never on their own.</summary>
internal static class ApprovalStageJson
{
    public static string Write(IReadOnlyList<ApprovalStage> stages)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var stage in stages)
                Write(json, stage);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static IReadOnlyList<ApprovalStage> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().Select(Read).ToArray();
    }

    private static void Write(Utf8JsonWriter json, ApprovalStage stage)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, stage.Name);
        json.WriteNumber("level"u8, stage.RequiredLevel);
        json.WriteStartArray("approvers"u8);
        foreach (var approver in stage.Approvers)
            json.WriteStringValue(approver);
        json.WriteEndArray();
        if (stage.EscalateAfter is { } wait)
            json.WriteNumber("escalate_after"u8, wait.Ticks);
        json.WriteEndObject();
    }

    private static ApprovalStage Read(JsonElement stage) => new()
    {
        Name = stage.GetProperty("name"u8).GetString()!,
        RequiredLevel = stage.GetProperty("level"u8).GetInt32(),
        Approvers = stage.GetProperty("approvers"u8).EnumerateArray().Select(approver => approver.GetString()!).ToArray(),
        EscalateAfter = stage.TryGetProperty("escalate_after"u8, out var ticks) ? TimeSpan.FromTicks(ticks.GetInt64()) : null,
    };
}
