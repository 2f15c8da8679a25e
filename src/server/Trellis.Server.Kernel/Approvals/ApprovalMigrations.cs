using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The schema of approvals.</summary>
public static class ApprovalMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "approvals",
            1,
            "approvals and their history",
            """
            CREATE TABLE approvals (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL,
                platform text NOT NULL,
                subject_id text NOT NULL,
                subject_digest text NOT NULL,
                requested_by text NOT NULL,
                title text NOT NULL,
                summary text,
                stages text NOT NULL,
                allows_override bigint NOT NULL,
                requested_escalate_at bigint,
                created_at bigint NOT NULL,
                expires_at bigint,
                state text NOT NULL,
                stage bigint NOT NULL,
                stage_started_at bigint NOT NULL,
                escalate_at bigint,
                escalated_at bigint,
                due_at bigint,
                decided_at bigint,
                decided_by text,
                reason text,
                review text NOT NULL,
                reviewed_at bigint,
                reviewed_by text
            );
            CREATE INDEX approvals_by_time ON approvals (organisation_id, created_at, id);
            CREATE INDEX approvals_by_state ON approvals (organisation_id, state, created_at, id);
            CREATE INDEX approvals_by_subject ON approvals (organisation_id, platform, subject_id);
            CREATE INDEX approvals_due ON approvals (due_at) WHERE due_at IS NOT NULL;
            CREATE TABLE approval_decisions (
                approval_id text NOT NULL REFERENCES approvals (id),
                number bigint NOT NULL,
                stage bigint NOT NULL,
                kind text NOT NULL,
                decider_id text,
                comment text,
                decided_at bigint NOT NULL,
                PRIMARY KEY (approval_id, number)
            );
            """),
    ];
}
