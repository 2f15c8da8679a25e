using System.Text.Json;
using Trellis.Server.Akshi.Text;

namespace Trellis.Server.Akshi.Events;

/// <summary>The events of the unified stream (contract, section 3.3). A run that failed ends with <c>error</c> in place of <c>agent_complete</c>.</summary>
internal static class UnifiedEvents
{
    public const string KeepAlive = "keepalive";

    /// <summary>The name of an event; null for what this stream does not tell.</summary>
    public static string? NameOf(AgentActivity activity) => activity switch
    {
        AgentActivity.Text => "token",
        AgentActivity.ToolStarted => "tool_call_start",
        AgentActivity.ToolEnded => "tool_call_end",
        AgentActivity.RunFinished { Error: null } => "agent_complete",
        AgentActivity.RunFinished => "error",
        _ => null,
    };

    /// <summary>Writes the members of its data.</summary>
    public static void WriteMembers(Utf8JsonWriter json, AgentActivity activity)
    {
        json.WriteSafe("agent"u8, activity.Agent);
        switch (activity)
        {
            case AgentActivity.Text text:
                json.WriteSafe("text"u8, text.Delta);
                break;
            case AgentActivity.ToolStarted tool:
                json.WriteSafe("tool"u8, tool.Tool);
                json.WritePropertyName("args"u8);
                tool.Arguments.WriteTo(json);
                break;
            case AgentActivity.ToolEnded tool:
                json.WriteSafe("tool"u8, tool.Tool);
                json.WriteSafe("result"u8, tool.Result);
                break;
            case AgentActivity.RunFinished { Error: { } error }:
                json.WriteSafe("error"u8, error);
                break;
            case AgentActivity.RunFinished run:
                json.WriteNumber("duration_ms"u8, (long)run.Duration.TotalMilliseconds);
                break;
        }
    }
}
