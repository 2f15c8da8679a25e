using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>The schema of remembered answers.</summary>
public static class IdempotencyMigrations
{
    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(
            "idempotency",
            1,
            "answers by idempotency key",
            """
            CREATE TABLE idempotency_answers (
                organisation_id bigint NOT NULL,
                scope text NOT NULL,
                idempotency_key text NOT NULL,
                digest text NOT NULL,
                status bigint NOT NULL,
                body text NOT NULL,
                expires_at bigint NOT NULL,
                PRIMARY KEY (organisation_id, scope, idempotency_key)
            );
            CREATE INDEX idempotency_answers_expiry ON idempotency_answers (expires_at);
            """),

        // What was kept until now is forgotten: it has lost its secrets, and none of it is older than a day.
        new(
            "idempotency",
            2,
            "answers are sealed",
            """
            DELETE FROM idempotency_answers;
            ALTER TABLE idempotency_answers RENAME COLUMN body TO sealed_body;
            """),
    ];
}
