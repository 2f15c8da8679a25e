using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>The SQL of MCP servers.</summary>
internal static class McpServerTable
{
    private static readonly SqlFragment Columns = new(
        "organisation_id, name, number, is_active, inactive_reason, blocked_reason, settings, registered_by, created_at, updated_at");

    /// <summary>Adds a server; false when there is one of this name.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, McpServer server) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_mcp_servers ({Columns})
            VALUES ({server.OrganisationId}, {server.Name}, {server.Number}, {server.IsActive}, {server.InactiveReason}, {server.BlockedReason},
                    {StoredJson.Text(server.Settings.WriteTo)}, {server.RegisteredBy}, {server.CreatedAt}, {server.UpdatedAt})
            ON CONFLICT (organisation_id, name) DO NOTHING
            """);

    /// <summary>Writes everything that may change; a block is set apart.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, McpServer server) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_mcp_servers
            SET is_active = {server.IsActive}, inactive_reason = {server.InactiveReason}, settings = {StoredJson.Text(server.Settings.WriteTo)},
                updated_at = {server.UpdatedAt}
            WHERE organisation_id = {server.OrganisationId} AND name = {server.Name}
            """);

    /// <summary>Blocks or, with null, unblocks a server.</summary>
    public static ValueTask<int> SetBlockedAsync(ISqlSession session, long organisationId, string name, string? reason) =>
        session.ExecuteAsync(
            $"UPDATE ascend_mcp_servers SET blocked_reason = {reason} WHERE organisation_id = {organisationId} AND name = {name}");

    public static ValueTask<int> DeleteAsync(ISqlSession session, McpServer server) =>
        session.ExecuteAsync($"DELETE FROM ascend_mcp_servers WHERE organisation_id = {server.OrganisationId} AND name = {server.Name}");

    public static ValueTask<McpServer?> FindAsync(ISqlSession session, long organisationId, string name) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM ascend_mcp_servers WHERE organisation_id = {organisationId} AND name = {name}", Map);

    /// <summary>As <see cref="FindAsync"/>, for a server that the transaction will change.</summary>
    public static ValueTask<McpServer?> FindForUpdateAsync(ISqlSession session, long organisationId, string name) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM ascend_mcp_servers WHERE organisation_id = {organisationId} AND name = {name} {session.Dialect.ForUpdate}", Map);

    /// <summary>The name of a server of a number; null when there is none.</summary>
    public static ValueTask<string?> FindNameAsync(ISqlSession session, long organisationId, long number) =>
        session.QueryTextAsync($"SELECT name FROM ascend_mcp_servers WHERE organisation_id = {organisationId} AND number = {number}");

    /// <summary>The servers of an organisation, oldest first.</summary>
    public static ValueTask<IReadOnlyList<McpServer>> ListAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync($"SELECT {Columns} FROM ascend_mcp_servers WHERE organisation_id = {organisationId} ORDER BY number", Map);

    private static McpServer Map(SqlRow row) => new()
    {
        OrganisationId = row.Integer(0),
        Name = row.Text(1),
        Number = row.Integer(2),
        IsActive = row.Boolean(3),
        InactiveReason = row.TextOrNull(4),
        BlockedReason = row.TextOrNull(5),
        Settings = McpServerSettings.Parse(row.Text(6)),
        RegisteredBy = row.Text(7),
        CreatedAt = row.Time(8),
        UpdatedAt = row.Time(9),
    };
}
