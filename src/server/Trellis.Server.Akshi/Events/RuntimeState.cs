using System.Text.Json;
using Trellis.Server.Akshi.Agents;

namespace Trellis.Server.Akshi.Events;

/// <summary>The state that a reader of the AG-UI stream begins with, and that deltas then change (contract, section 3.2).</summary>
/// <param name="Agents">How each agent is.</param>
/// <param name="ApprovalsPending">How many questions wait for a person.</param>
/// <param name="FindingsNextSeq">The number that the next finding will get.</param>
internal sealed record RuntimeState(IReadOnlyList<AgentStatus> Agents, long ApprovalsPending, long FindingsNextSeq)
{
    /// <summary>Writes the data of the snapshot. The agents stand in it twice: where the platform's documentation has them, and where AG-UI does.</summary>
    public void WriteSnapshot(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, AguiEvents.Snapshot);
        json.WritePropertyName("agents"u8);
        AgentStatusJson.Write(json, Agents);
        json.WriteStartObject("snapshot"u8);
        json.WritePropertyName("agents"u8);
        AgentStatusJson.Write(json, Agents);
        json.WriteNumber("approvals_pending"u8, ApprovalsPending);
        json.WriteNumber("findings_next_seq"u8, FindingsNextSeq);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
