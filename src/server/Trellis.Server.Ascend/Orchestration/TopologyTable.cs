using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>The SQL of topologies: who directs whom, and which MCP servers somebody uses.</summary>
internal static class TopologyTable
{
    public const string Agent = "agent";
    public const string McpServer = "mcp_server";

    public static ValueTask<int> AddAsync(
        ISqlSession session, long organisationId, string orchestratorId, string kind, string member, string by, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_topology (organisation_id, orchestrator_id, kind, member, created_by, created_at)
            VALUES ({organisationId}, {orchestratorId}, {kind}, {member}, {by}, {now})
            ON CONFLICT (organisation_id, orchestrator_id, kind, member) DO NOTHING
            """);

    /// <summary>Forgets all members of a kind.</summary>
    public static ValueTask<int> ClearAsync(ISqlSession session, long organisationId, string orchestratorId, string kind) =>
        session.ExecuteAsync(
            $"DELETE FROM ascend_topology WHERE organisation_id = {organisationId} AND orchestrator_id = {orchestratorId} AND kind = {kind}");

    /// <summary>The members of a kind, by name.</summary>
    public static ValueTask<IReadOnlyList<string>> ListAsync(ISqlSession session, long organisationId, string orchestratorId, string kind) =>
        session.QueryAsync(
            $"""
            SELECT member FROM ascend_topology
            WHERE organisation_id = {organisationId} AND orchestrator_id = {orchestratorId} AND kind = {kind}
            ORDER BY member {session.Dialect.ByteOrder}
            """,
            static row => row.Text(0));
}
