using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>The SQL of actions.</summary>
internal static class ActionTable
{
    private static readonly SqlFragment Columns = new(
        "organisation_id, id, agent_id, action_type, resource, status, risk_score, requested_by, created_at, updated_at, approval_id, "
        + "session_id, depth, request, decision, outcome");

    private static readonly Func<SqlRow, StoredAction> Map = static row => new StoredAction
    {
        OrganisationId = row.Integer(0),
        Id = row.Integer(1),
        AgentId = row.Text(2),
        ActionType = row.Text(3),
        Resource = row.Text(4),
        Status = row.Text(5),
        RiskScore = (int)row.Integer(6),
        RequestedBy = row.Text(7),
        CreatedAt = row.Time(8),
        UpdatedAt = row.Time(9),
        ApprovalId = row.TextOrNull(10),
        SessionId = row.TextOrNull(11),
        Depth = row.IntegerOrNull(12),
        Request = row.Utf8(13),
        Decision = row.Utf8(14),
        Outcome = row.TextOrNull(15),
    };

    public static ValueTask<int> AddAsync(ISqlSession session, StoredAction action) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_actions ({Columns})
            VALUES ({action.OrganisationId}, {action.Id}, {action.AgentId}, {action.ActionType}, {action.Resource}, {action.Status},
                    {action.RiskScore}, {action.RequestedBy}, {action.CreatedAt}, {action.UpdatedAt}, {action.ApprovalId},
                    {action.SessionId}, {action.Depth}, {action.Request}, {action.Decision}, {action.Outcome})
            """);

    public static ValueTask<StoredAction?> FindAsync(ISqlSession session, long organisationId, long id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM ascend_actions WHERE organisation_id = {organisationId} AND id = {id}", Map);

    /// <summary>As <see cref="FindAsync"/>, for an action that the transaction is going to change.</summary>
    public static ValueTask<StoredAction?> FindForUpdateAsync(ISqlSession session, long organisationId, long id) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM ascend_actions WHERE organisation_id = {organisationId} AND id = {id} {session.Dialect.ForUpdate}", Map);

    /// <summary>Actions of an organisation, newest first.</summary>
    public static ValueTask<IReadOnlyList<StoredAction>> ListAsync(ISqlSession session, long organisationId, ActionFilter filter) =>
        session.QueryAsync(Select(organisationId, filter), Map);

    /// <summary>How many there are in all.</summary>
    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, ActionFilter filter) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT COUNT(*) FROM ascend_actions
            WHERE organisation_id = {organisationId}
              AND ({filter.AgentId} IS NULL OR agent_id = {filter.AgentId})
              AND ({filter.Status} IS NULL OR status = {filter.Status})
              AND risk_score BETWEEN {filter.LowestScore} AND {filter.HighestScore}
              AND ({filter.Pattern} IS NULL OR LOWER(agent_id) LIKE {filter.Pattern} ESCAPE '\'
                   OR LOWER(action_type) LIKE {filter.Pattern} ESCAPE '\' OR LOWER(resource) LIKE {filter.Pattern} ESCAPE '\')
            """) ?? 0;

    /// <summary>Changes what may change: the status, and what was said and done.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, StoredAction action) =>
        session.ExecuteAsync(
            $"""
            UPDATE ascend_actions SET status = {action.Status}, updated_at = {action.UpdatedAt}, outcome = {action.Outcome}
            WHERE organisation_id = {action.OrganisationId} AND id = {action.Id}
            """);

    // With an agent, its index gives the order; without one, the primary key.
    private static SqlStatement Select(long organisationId, ActionFilter filter)
    {
        if (filter.AgentId is null)
        {
            return $"""
                SELECT {Columns} FROM ascend_actions
                WHERE organisation_id = {organisationId} AND ({filter.Status} IS NULL OR status = {filter.Status})
                  AND risk_score BETWEEN {filter.LowestScore} AND {filter.HighestScore}
                  AND ({filter.Pattern} IS NULL OR LOWER(agent_id) LIKE {filter.Pattern} ESCAPE '\'
                       OR LOWER(action_type) LIKE {filter.Pattern} ESCAPE '\' OR LOWER(resource) LIKE {filter.Pattern} ESCAPE '\')
                ORDER BY id DESC LIMIT {filter.Limit} OFFSET {filter.Offset}
                """;
        }

        return $"""
            SELECT {Columns} FROM ascend_actions
            WHERE organisation_id = {organisationId} AND agent_id = {filter.AgentId} AND ({filter.Status} IS NULL OR status = {filter.Status})
              AND risk_score BETWEEN {filter.LowestScore} AND {filter.HighestScore}
              AND ({filter.Pattern} IS NULL OR LOWER(agent_id) LIKE {filter.Pattern} ESCAPE '\'
                   OR LOWER(action_type) LIKE {filter.Pattern} ESCAPE '\' OR LOWER(resource) LIKE {filter.Pattern} ESCAPE '\')
            ORDER BY id DESC LIMIT {filter.Limit} OFFSET {filter.Offset}
            """;
    }
}
