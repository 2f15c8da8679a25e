using System.Text.Json;
using Trellis.Server.Akshi.Text;

namespace Trellis.Server.Akshi.Events;

/// <summary>The events of the AG-UI stream (contract, section 3.2). The data names its own type: the Python client sees nothing else.</summary>
/// <seealso href="https://docs.ag-ui.com/concepts/events">AG-UI events</seealso>
internal static class AguiEvents
{
    public const string Snapshot = "STATE_SNAPSHOT";
    public const string Delta = "STATE_DELTA";

    /// <summary>The name of an event.</summary>
    public static string NameOf(AgentActivity activity) => activity switch
    {
        AgentActivity.RunStarted => "RUN_STARTED",
        AgentActivity.RunFinished => "RUN_FINISHED",
        AgentActivity.TextStarted => "TEXT_MESSAGE_START",
        AgentActivity.Text => "TEXT_MESSAGE_CONTENT",
        AgentActivity.TextEnded => "TEXT_MESSAGE_END",
        AgentActivity.ToolStarted => "TOOL_CALL_START",
        AgentActivity.ToolEnded => "TOOL_CALL_END",
        _ => Delta,
    };

    /// <summary>Writes the members of its data.</summary>
    public static void WriteMembers(Utf8JsonWriter json, AgentActivity activity, DateTimeOffset at)
    {
        json.WriteString("type"u8, NameOf(activity));
        json.WriteSafe("agent"u8, activity.Agent);
        switch (activity)
        {
            case AgentActivity.RunStarted run:
                WriteRun(json, run.Agent, run.RunId, at);
                break;
            case AgentActivity.RunFinished run:
                WriteRun(json, run.Agent, run.RunId, at);
                json.WriteNumber("durationMs"u8, (long)run.Duration.TotalMilliseconds);
                json.WriteString("outcome"u8, run.Error is null ? "ok"u8 : "error"u8);
                if (run.Error is not null)
                    json.WriteSafe("error"u8, run.Error);
                break;
            case AgentActivity.TextStarted text:
                json.WriteSafe("messageId"u8, text.MessageId);
                json.WriteString("role"u8, "assistant"u8);
                break;
            case AgentActivity.Text text:
                json.WriteSafe("messageId"u8, text.MessageId);
                json.WriteSafe("delta"u8, text.Delta);
                break;
            case AgentActivity.TextEnded text:
                json.WriteSafe("messageId"u8, text.MessageId);
                break;
            case AgentActivity.ToolStarted tool:
                json.WriteSafe("toolCallId"u8, tool.CallId);
                json.WriteSafe("toolCallName"u8, tool.Tool);
                json.WritePropertyName("args"u8);
                tool.Arguments.WriteTo(json);
                break;
            case AgentActivity.ToolEnded tool:
                json.WriteSafe("toolCallId"u8, tool.CallId);
                json.WriteSafe("result"u8, tool.Result);
                break;
        }
    }

    private static void WriteRun(Utf8JsonWriter json, string agent, string runId, DateTimeOffset at)
    {
        json.WriteSafe("threadId"u8, agent);
        json.WriteSafe("runId"u8, runId);
        json.WriteNumber("timestamp"u8, at.ToUnixTimeMilliseconds());
    }
}
