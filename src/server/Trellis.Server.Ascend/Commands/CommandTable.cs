using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Commands;

/// <summary>The SQL of commands.</summary>
internal static class CommandTable
{
    // An agent that has fallen behind gets the rest after it has acknowledged these.
    private const int Most = 200;

    private static readonly SqlFragment Columns = new(
        "c.organisation_id, c.command_id, c.agent_id, c.command_type, c.target_type, c.mcp_server, c.reason, c.parameters, c.issued_by, "
        + "c.issued_via, c.created_at, c.expires_at");

    public static ValueTask<int> AddAsync(ISqlSession session, AgentCommand command) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_commands
                (organisation_id, command_id, agent_id, command_type, target_type, mcp_server, reason, parameters, issued_by, issued_via,
                 created_at, expires_at)
            VALUES ({command.OrganisationId}, {command.CommandId}, {command.AgentId}, {command.CommandType}, {command.TargetType},
                    {command.McpServer}, {command.Reason}, {command.Parameters}, {command.IssuedBy}, {command.IssuedVia}, {command.CreatedAt},
                    {command.ExpiresAt})
            """);

    /// <summary>What an agent has not acknowledged and what has not expired, oldest first; what goes to all included.</summary>
    public static ValueTask<IReadOnlyList<PendingCommand>> ListPendingAsync(
        ISqlSession session, long organisationId, string agentId, DateTimeOffset now) =>
        session.QueryAsync(
            $"""
            SELECT {Columns}, r.delivered_at
            FROM ascend_commands c
            LEFT JOIN ascend_command_receipts r
                ON r.organisation_id = c.organisation_id AND r.command_id = c.command_id AND r.agent_id = {agentId}
            WHERE c.organisation_id = {organisationId} AND (c.agent_id = {agentId} OR c.agent_id IS NULL) AND c.expires_at > {now}
              AND r.acknowledged_at IS NULL
            ORDER BY c.created_at, c.command_id LIMIT {Most}
            """,
            static row => new PendingCommand(Map(row), !row.IsNull(12)));

    /// <summary>The command of an id that is meant for an agent; null when there is none.</summary>
    public static ValueTask<AgentCommand?> FindForAgentAsync(ISqlSession session, long organisationId, string agentId, string commandId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM ascend_commands c
            WHERE c.organisation_id = {organisationId} AND c.command_id = {commandId} AND (c.agent_id = {agentId} OR c.agent_id IS NULL)
            """,
            Map);

    /// <summary>Remembers that an agent has seen a command.</summary>
    public static ValueTask<int> DeliverAsync(ISqlSession session, AgentCommand command, string agentId, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_command_receipts (organisation_id, command_id, agent_id, delivered_at)
            VALUES ({command.OrganisationId}, {command.CommandId}, {agentId}, {now})
            ON CONFLICT (organisation_id, command_id, agent_id) DO NOTHING
            """);

    /// <summary>Remembers that an agent has acknowledged a command; the first time counts.</summary>
    /// <returns>Whether this was the first time.</returns>
    public static ValueTask<bool> AcknowledgeAsync(ISqlSession session, AgentCommand command, string agentId, DateTimeOffset now) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_command_receipts (organisation_id, command_id, agent_id, delivered_at, acknowledged_at)
            VALUES ({command.OrganisationId}, {command.CommandId}, {agentId}, {now}, {now})
            ON CONFLICT (organisation_id, command_id, agent_id) DO UPDATE SET acknowledged_at = excluded.acknowledged_at
            WHERE ascend_command_receipts.acknowledged_at IS NULL
            """);

    private static AgentCommand Map(SqlRow row) => new()
    {
        OrganisationId = row.Integer(0),
        CommandId = row.Text(1),
        AgentId = row.TextOrNull(2),
        CommandType = row.Text(3),
        TargetType = row.Text(4),
        McpServer = row.TextOrNull(5),
        Reason = row.Text(6),
        Parameters = row.Text(7),
        IssuedBy = row.Text(8),
        IssuedVia = row.Text(9),
        CreatedAt = row.Time(10),
        ExpiresAt = row.Time(11),
    };
}
