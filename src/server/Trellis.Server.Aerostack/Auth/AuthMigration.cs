using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>
/// The people who use a project's application. Passwords, refresh tokens and links are hashed, codes are hashed with a key that is not in the
/// store, and messages are sealed.
/// </summary>
internal static class AuthMigration
{
    public static Migration Step { get; } = new(
        "aerostack.auth",
        1,
        "users, sessions, codes and messages",
        """
        CREATE TABLE aerostack_users (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            email text,
            email_key text,
            phone text,
            name text,
            password text,
            metadata text NOT NULL,
            avatar_url text,
            avatar_image_id text,
            verified_at bigint,
            created_at bigint NOT NULL,
            UNIQUE (project_id, email_key),
            UNIQUE (project_id, phone)
        );
        CREATE TABLE aerostack_sessions (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL,
            user_id text NOT NULL REFERENCES aerostack_users (id),
            created_at bigint NOT NULL,
            expires_at bigint NOT NULL,
            revoked_at bigint
        );
        CREATE INDEX aerostack_sessions_of_user ON aerostack_sessions (user_id);
        CREATE INDEX aerostack_sessions_expiry ON aerostack_sessions (expires_at);
        CREATE TABLE aerostack_refresh_tokens (
            hash text NOT NULL PRIMARY KEY,
            session_id text NOT NULL,
            used_at bigint
        );
        CREATE INDEX aerostack_refresh_tokens_of_session ON aerostack_refresh_tokens (session_id);
        CREATE TABLE aerostack_codes (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL,
            purpose text NOT NULL,
            target text NOT NULL,
            user_id text,
            digest text NOT NULL,
            attempts bigint NOT NULL,
            expires_at bigint NOT NULL,
            UNIQUE (project_id, purpose, target)
        );
        CREATE INDEX aerostack_codes_by_digest ON aerostack_codes (digest);
        CREATE INDEX aerostack_codes_expiry ON aerostack_codes (expires_at);
        CREATE TABLE aerostack_outbox (
            id text NOT NULL PRIMARY KEY,
            project_id text NOT NULL,
            channel text NOT NULL,
            recipient text NOT NULL,
            kind text NOT NULL,
            sealed_content text NOT NULL,
            created_at bigint NOT NULL,
            expires_at bigint NOT NULL
        );
        CREATE INDEX aerostack_outbox_of_project ON aerostack_outbox (project_id, created_at);
        CREATE INDEX aerostack_outbox_expiry ON aerostack_outbox (expires_at);
        """);
}
