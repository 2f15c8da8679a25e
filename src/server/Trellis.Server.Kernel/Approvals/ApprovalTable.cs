using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The SQL of approvals one by one.</summary>
internal static class ApprovalTable
{
    public static SqlFragment Columns { get; } = new(
        "id, organisation_id, platform, subject_id, subject_digest, requested_by, title, summary, stages, allows_override, "
        + "requested_escalate_at, created_at, expires_at, state, stage, stage_started_at, escalate_at, escalated_at, decided_at, decided_by, "
        + "reason, review, reviewed_at, reviewed_by");

    /// <summary>Adds an approval.</summary>
    public static ValueTask<int> InsertAsync(ISqlSession session, Approval approval) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO approvals ({Columns}, due_at)
            VALUES ({approval.Id}, {approval.OrganisationId}, {approval.Platform}, {approval.SubjectId}, {approval.SubjectDigest},
                    {approval.RequestedBy}, {approval.Title}, {approval.Summary}, {ApprovalStageJson.Write(approval.Stages)},
                    {approval.AllowsOverride}, {approval.RequestedEscalateAt}, {approval.CreatedAt}, {approval.ExpiresAt},
                    {ApprovalWords<ApprovalState>.Of(approval.State)}, {approval.StageIndex}, {approval.StageStartedAt}, {approval.EscalateAt},
                    {approval.EscalatedAt}, {approval.DecidedAt}, {approval.DecidedBy}, {approval.Reason},
                    {ApprovalWords<ApprovalReview>.Of(approval.Review)}, {approval.ReviewedAt}, {approval.ReviewedBy}, {approval.DueAt()})
            """);

    /// <summary>Writes what can change of a pending approval.</summary>
    public static ValueTask UpdatePendingAsync(ISqlSession session, Approval approval) =>
        ShouldChangeAsync(session.TryExecuteAsync(
            $"""
            UPDATE approvals SET state = {ApprovalWords<ApprovalState>.Of(approval.State)}, stage = {approval.StageIndex},
                stage_started_at = {approval.StageStartedAt}, escalate_at = {approval.EscalateAt}, escalated_at = {approval.EscalatedAt},
                due_at = {approval.DueAt()}, decided_at = {approval.DecidedAt}, decided_by = {approval.DecidedBy}, reason = {approval.Reason},
                review = {ApprovalWords<ApprovalReview>.Of(approval.Review)}
            WHERE id = {approval.Id} AND state = 'pending'
            """));

    /// <summary>Writes who has reviewed it.</summary>
    public static ValueTask UpdateReviewAsync(ISqlSession session, Approval approval) =>
        ShouldChangeAsync(session.TryExecuteAsync(
            $"""
            UPDATE approvals SET review = 'done', reviewed_at = {approval.ReviewedAt}, reviewed_by = {approval.ReviewedBy}
            WHERE id = {approval.Id} AND review = 'due'
            """));

    public static ValueTask<Approval?> FindAsync(ISqlSession session, long organisationId, string id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM approvals WHERE id = {id} AND organisation_id = {organisationId}", Map);

    /// <summary>An approval, locked until the transaction ends.</summary>
    public static ValueTask<Approval?> LockAsync(ISqlSession session, long organisationId, string id) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM approvals WHERE id = {id} AND organisation_id = {organisationId} {session.Dialect.ForUpdate}", Map);

    public static ValueTask<Approval?> FindBySubjectAsync(ISqlSession session, long organisationId, string platform, string subjectId) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM approvals
            WHERE organisation_id = {organisationId} AND platform = {platform} AND subject_id = {subjectId}
            ORDER BY created_at DESC, id {session.Dialect.ByteOrder} DESC LIMIT 1
            """,
            Map);

    public static Approval Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        OrganisationId = row.Integer(1),
        Platform = row.Text(2),
        SubjectId = row.Text(3),
        SubjectDigest = row.Text(4),
        RequestedBy = row.Text(5),
        Title = row.Text(6),
        Summary = row.TextOrNull(7),
        Stages = ApprovalStageJson.Read(row.Text(8)),
        AllowsOverride = row.Boolean(9),
        RequestedEscalateAt = row.TimeOrNull(10),
        CreatedAt = row.Time(11),
        ExpiresAt = row.TimeOrNull(12),
        State = ApprovalWords<ApprovalState>.Parse(row.Text(13)),
        StageIndex = (int)row.Integer(14),
        StageStartedAt = row.Time(15),
        EscalateAt = row.TimeOrNull(16),
        EscalatedAt = row.TimeOrNull(17),
        DecidedAt = row.TimeOrNull(18),
        DecidedBy = row.TextOrNull(19),
        Reason = row.TextOrNull(20),
        Review = ApprovalWords<ApprovalReview>.Parse(row.Text(21)),
        ReviewedAt = row.TimeOrNull(22),
        ReviewedBy = row.TextOrNull(23),
    };

    // The row is locked, so a change that finds nothing to change is a defect and must not be acknowledged.
    private static async ValueTask ShouldChangeAsync(ValueTask<bool> change)
    {
        if (!await change)
            throw new StoreException("An approval changed although it was locked.");
    }
}
