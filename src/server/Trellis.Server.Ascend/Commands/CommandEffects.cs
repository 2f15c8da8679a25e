using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Mcp;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Commands;

/// <summary>What commands do on this server, so that agents which never ask for commands are stopped too (contract, section 6.8).</summary>
internal static class CommandEffects
{
    /// <summary>Carries a command out. The registry has to be marked in the same transaction.</summary>
    public static async ValueTask ApplyAsync(ISqlSession session, AgentCommand command)
    {
        if (command.CommandType is not (CommandTypes.Block or CommandTypes.Unblock))
            return;

        var reason = command.CommandType is CommandTypes.Block ? command.Reason : null;
        if (command is { TargetType: CommandTypes.McpServer, McpServer: { } server })
            await McpServerTable.SetBlockedAsync(session, command.OrganisationId, server, reason);
        else if (command.TargetType is CommandTypes.Agent)
            await AgentTable.SetBlockedAsync(session, command.OrganisationId, command.AgentId, reason);
    }
}
