using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Commands;

/// <summary>How agents learn of commands and confirm them.</summary>
internal sealed class ReceiveCommands(IStore store, IAuditLog audit)
{
    /// <summary>
    /// What the agent has not acknowledged. A command is <c>pending</c> in the first answer that has it and <c>delivered</c> in later ones,
    /// until it is acknowledged or expires.
    /// </summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var agentId = call.Route("agent_id");
        var commands = await store.ReadAsync(
            async session => await AgentTable.FindAsync(session, call.OrganisationId, agentId) is null
                ? null
                : await CommandTable.ListPendingAsync(session, call.OrganisationId, agentId, call.At),
            call.Aborted);
        if (commands is null)
            return AscendErrors.NotFound("The agent");

        // Agents ask every few seconds, nearly always in vain; only news are written.
        var news = commands.Where(static pending => !pending.WasDelivered).Select(static pending => pending.Command).ToArray();
        if (news.Length > 0)
            await store.WriteAsync(session => DeliverAsync(session, news, agentId, call.At), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteString("agent_id"u8, agentId);
            json.WriteStartArray("commands"u8);
            foreach (var (command, wasDelivered) in commands)
            {
                json.WriteStartObject();
                CommandJson.WriteMembers(json, command, wasDelivered ? "delivered" : "pending");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("count"u8, commands.Count);
        });
    }

    /// <summary>
    /// Confirms a command. Whatever is wrong, an unknown id, another agent's or another organisation's, the refusal is the same 403, so
    /// that nobody finds out which commands exist.
    /// </summary>
    public ValueTask<JsonAnswer> AcknowledgeAsync(AscendCall call) => store.WriteAsync(
        async session =>
        {
            var (agentId, commandId) = (call.Route("agent_id"), call.Route("command_id"));
            if (await AgentTable.FindAsync(session, call.OrganisationId, agentId) is null
                || await CommandTable.FindForAgentAsync(session, call.OrganisationId, agentId, commandId) is not { } command)
            {
                await audit.AppendAsync(session, CommandEvents.AcknowledgementRejected(call, commandId, agentId));
                return (JsonAnswer)AscendErrors.Forbidden("The command is not this agent's to acknowledge.");
            }

            if (await CommandTable.AcknowledgeAsync(session, command, agentId, call.At))
                await audit.AppendAsync(session, CommandEvents.Acknowledged(call, command, agentId));
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("command_id"u8, command.CommandId);
                json.WriteString("status"u8, "acknowledged"u8);
            });
        },
        call.Aborted);

    private static async ValueTask DeliverAsync(ISqlSession session, AgentCommand[] commands, string agentId, DateTimeOffset now)
    {
        foreach (var command in commands)
            await CommandTable.DeliverAsync(session, command, agentId, now);
    }
}
