using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Limits;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>The SQL of agents.</summary>
internal static class AgentTable
{
    private static readonly SqlFragment Columns = new(
        "organisation_id, agent_id, number, display_name, agent_type, environment, status, status_reason, trust_level, blocked_reason, "
        + "auto_approve_below, max_risk_threshold, requires_mfa_above, model_id, settings, limits, registered_by, created_at, updated_at, "
        + "deregistered_at");

    /// <summary>Adds an agent; false when the organisation has had one of this id.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, Agent agent) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_agents ({Columns})
            VALUES ({agent.OrganisationId}, {agent.AgentId}, {agent.Number}, {agent.DisplayName}, {agent.AgentType}, {agent.Environment},
                    {agent.Status}, {agent.StatusReason}, {agent.TrustLevel}, {agent.BlockedReason}, {agent.Thresholds.AutoApproveBelow},
                    {agent.Thresholds.MaxRiskThreshold}, {agent.Thresholds.RequiresMfaAbove}, {agent.ModelId},
                    {StoredJson.Text(agent.Settings.WriteTo)}, {LimitsText(agent)}, {agent.RegisteredBy}, {agent.CreatedAt}, {agent.UpdatedAt},
                    {agent.DeregisteredAt})
            ON CONFLICT (organisation_id, agent_id) DO NOTHING
            """);

    /// <summary>Writes everything of an agent that may change.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, Agent agent) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_agents
            SET display_name = {agent.DisplayName}, agent_type = {agent.AgentType}, environment = {agent.Environment}, status = {agent.Status},
                status_reason = {agent.StatusReason}, trust_level = {agent.TrustLevel}, blocked_reason = {agent.BlockedReason},
                auto_approve_below = {agent.Thresholds.AutoApproveBelow}, max_risk_threshold = {agent.Thresholds.MaxRiskThreshold},
                requires_mfa_above = {agent.Thresholds.RequiresMfaAbove}, model_id = {agent.ModelId},
                settings = {StoredJson.Text(agent.Settings.WriteTo)}, limits = {LimitsText(agent)}, updated_at = {agent.UpdatedAt},
                deregistered_at = {agent.DeregisteredAt}
            WHERE organisation_id = {agent.OrganisationId} AND agent_id = {agent.AgentId}
            """);

    /// <summary>Blocks or, with null, unblocks an agent, or all of the organisation.</summary>
    public static ValueTask<int> SetBlockedAsync(ISqlSession session, long organisationId, string? agentId, string? reason) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_agents SET blocked_reason = {reason}
            WHERE organisation_id = {organisationId} AND agent_id = COALESCE({agentId}, agent_id)
            """);

    /// <summary>A registered agent.</summary>
    public static async ValueTask<Agent?> FindAsync(ISqlSession session, long organisationId, string agentId) =>
        Registered(await FindEvenDeregisteredAsync(session, organisationId, agentId));

    /// <summary>A registered agent that the transaction will change.</summary>
    public static async ValueTask<Agent?> FindForUpdateAsync(ISqlSession session, long organisationId, string agentId) =>
        Registered(await FindEvenDeregisteredForUpdateAsync(session, organisationId, agentId));

    /// <summary>An agent that is or once was registered.</summary>
    public static ValueTask<Agent?> FindEvenDeregisteredAsync(ISqlSession session, long organisationId, string agentId) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM ascend_agents WHERE organisation_id = {organisationId} AND agent_id = {agentId}", Map);

    /// <summary>An agent that is or once was registered, and that the transaction will change.</summary>
    public static ValueTask<Agent?> FindEvenDeregisteredForUpdateAsync(ISqlSession session, long organisationId, string agentId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM ascend_agents WHERE organisation_id = {organisationId} AND agent_id = {agentId}
            {session.Dialect.ForUpdate}
            """,
            Map);

    /// <summary>The registered agents, oldest first; of a status and a type if these are given.</summary>
    public static ValueTask<IReadOnlyList<Agent>> ListAsync(ISqlSession session, long organisationId, string? status, string? agentType, Page page) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM ascend_agents
            WHERE organisation_id = {organisationId} AND deregistered_at IS NULL
              AND status = COALESCE({status}, status) AND agent_type = COALESCE({agentType}, agent_type)
            ORDER BY number LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            Map);

    /// <summary>How many there are of what <see cref="ListAsync"/> lists.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, string? status, string? agentType) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_agents
            WHERE organisation_id = {organisationId} AND deregistered_at IS NULL
              AND status = COALESCE({status}, status) AND agent_type = COALESCE({agentType}, agent_type)
            """) ?? 0;

    private static Agent? Registered(Agent? agent) => agent is { DeregisteredAt: null } ? agent : null;

    private static string? LimitsText(Agent agent) => agent.Limits is { } limits ? StoredJson.Text(limits.WriteTo) : null;

    private static Agent Map(SqlRow row) => new()
    {
        OrganisationId = row.Integer(0),
        AgentId = row.Text(1),
        Number = row.Integer(2),
        DisplayName = row.Text(3),
        AgentType = row.Text(4),
        Environment = row.TextOrNull(5),
        Status = row.Text(6),
        StatusReason = row.TextOrNull(7),
        TrustLevel = row.Text(8),
        BlockedReason = row.TextOrNull(9),
        Thresholds = new AgentThresholds((int)row.Integer(10), (int)row.Integer(11), (int)row.Integer(12)),
        ModelId = row.IntegerOrNull(13),
        Settings = AgentSettings.Parse(row.Text(14)),
        Limits = row.TextOrNull(15) is { } limits ? AgentLimits.Parse(limits) : null,
        RegisteredBy = row.Text(16),
        CreatedAt = row.Time(17),
        UpdatedAt = row.Time(18),
        DeregisteredAt = row.TimeOrNull(19),
    };
}
