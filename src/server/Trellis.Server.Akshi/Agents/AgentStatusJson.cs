using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Agents;

/// <summary>The status of an agent on the wire (contract, section 2.3).</summary>
internal static class AgentStatusJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, AgentStatus status)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, status.Name);
        json.WriteString("status"u8, WordOf(status.State));
        json.WriteNumber("uptime_ms"u8, (long)status.Uptime.TotalMilliseconds);
        json.WriteNumberOrNull("last_activity_ms_ago"u8, status.SinceActivity is { } silence ? (long)silence.TotalMilliseconds : null);
        json.WriteNumber("restart_count"u8, status.RestartCount);
        json.WriteStartObject("memory_profile"u8);
        json.WriteNumber("heap_bytes"u8, status.HeapBytes);
        json.WriteNumberOrNull("fuel_remaining"u8, status.FuelRemaining);
        json.WriteEndObject();
        if (status.Reason is { } reason)
            json.WriteString("reason"u8, reason);
        json.WriteEndObject();
    }

    /// <summary>Writes an array.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<AgentStatus> agents)
    {
        json.WriteStartArray();
        foreach (var agent in agents)
            Write(json, agent);
        json.WriteEndArray();
    }

    private static string WordOf(AgentState state) => state switch
    {
        AgentState.Running => "running",
        AgentState.Stopped => "stopped",
        AgentState.Error => "error",
        _ => "idle",
    };
}
