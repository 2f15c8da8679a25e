using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>The schema of jobs.</summary>
public static class JobMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "jobs",
            1,
            "jobs",
            """
            CREATE TABLE jobs (
                id text NOT NULL PRIMARY KEY,
                organisation_id bigint NOT NULL,
                queue text NOT NULL,
                type text NOT NULL,
                payload text NOT NULL,
                state text NOT NULL,
                attempts bigint NOT NULL,
                max_attempts bigint NOT NULL,
                retry_delay_ms bigint NOT NULL,
                due_at bigint,
                lease text,
                worker text,
                last_error text,
                created_at bigint NOT NULL,
                finished_at bigint
            );
            CREATE INDEX jobs_due ON jobs (organisation_id, queue, due_at) WHERE due_at IS NOT NULL;
            CREATE INDEX jobs_by_queue ON jobs (organisation_id, queue, id);
            CREATE INDEX jobs_leased ON jobs (due_at) WHERE state = 'processing';
            CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;
            """),
    ];
}
