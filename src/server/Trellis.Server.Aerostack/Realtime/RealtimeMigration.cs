using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime;

/// <summary>Messages that were kept.</summary>
internal static class RealtimeMigration
{
    public static Migration Step { get; } = new(
        "aerostack.realtime",
        1,
        "messages",
        """
        CREATE TABLE aerostack_realtime_messages (
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            topic text NOT NULL,
            sent_at bigint NOT NULL,
            id text NOT NULL UNIQUE,
            user_id text,
            event text NOT NULL,
            data text NOT NULL,
            PRIMARY KEY (project_id, topic, sent_at)
        );
        CREATE INDEX aerostack_realtime_by_age ON aerostack_realtime_messages (sent_at);
        """);
}
