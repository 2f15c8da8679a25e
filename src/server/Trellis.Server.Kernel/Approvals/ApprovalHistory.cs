using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The SQL of what happened to approvals.</summary>
internal static class ApprovalHistory
{
    /// <summary>Adds an entry. The approval is locked, so that the numbers have no gaps.</summary>
    public static ValueTask<int> AddAsync(ISqlSession session, string id, ApprovalDecision decision) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO approval_decisions (approval_id, number, stage, kind, decider_id, comment, decided_at)
            SELECT {id}, count(*) + 1, {decision.Stage}, {ApprovalWords<ApprovalDecisionKind>.Of(decision.Kind)}, {decision.DeciderId},
                   {decision.Comment}, {decision.At}
            FROM approval_decisions WHERE approval_id = {id}
            """);

    public static ValueTask<IReadOnlyList<ApprovalDecision>> ReadAsync(ISqlSession session, long organisationId, string id) =>
        session.QueryAsync(
            $"""
            SELECT d.stage, d.kind, d.decider_id, d.comment, d.decided_at
            FROM approval_decisions d JOIN approvals a ON a.id = d.approval_id
            WHERE d.approval_id = {id} AND a.organisation_id = {organisationId} ORDER BY d.number
            """,
            static row => new ApprovalDecision(
                (int)row.Integer(0), ApprovalWords<ApprovalDecisionKind>.Parse(row.Text(1)), row.TextOrNull(2), row.TextOrNull(3), row.Time(4)));

    /// <summary>The users who did a thing to an approval, in order.</summary>
    public static ValueTask<IReadOnlyList<string>> DecidersAsync(ISqlSession session, string id, ApprovalDecisionKind kind) =>
        session.QueryAsync(
            $"""
            SELECT decider_id FROM approval_decisions
            WHERE approval_id = {id} AND kind = {ApprovalWords<ApprovalDecisionKind>.Of(kind)} ORDER BY number
            """,
            static row => row.Text(0));
}
