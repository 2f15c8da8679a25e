using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>Organisations, who may ask, and what was asked.</summary>
internal static class CoreMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        1,
        "organisations, keys, people and actions",
        """
        CREATE TABLE ascend_organisations (
            organisation_id bigint NOT NULL PRIMARY KEY REFERENCES organisations (id),
            rules_version bigint NOT NULL,
            registry_version bigint NOT NULL,
            kill_switch_reason text,
            kill_switch_at bigint,
            kill_switch_by text
        );
        CREATE TABLE ascend_keys (
            id text NOT NULL PRIMARY KEY,
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            hash text NOT NULL UNIQUE,
            hint text NOT NULL,
            name text NOT NULL,
            description text,
            role bigint NOT NULL,
            created_by text NOT NULL,
            rate_limit bigint,
            rate_limit_window bigint,
            created_at bigint NOT NULL,
            expires_at bigint NOT NULL,
            revoked_at bigint,
            revoked_reason text
        );
        CREATE INDEX ascend_keys_of_organisation ON ascend_keys (organisation_id, created_at);
        CREATE TABLE ascend_people (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            subject text NOT NULL,
            role bigint NOT NULL,
            approval_level bigint NOT NULL,
            created_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, subject)
        );
        CREATE TABLE ascend_counters (
            name text NOT NULL PRIMARY KEY,
            next bigint NOT NULL
        );
        CREATE TABLE ascend_actions (
            organisation_id bigint NOT NULL,
            id bigint NOT NULL,
            agent_id text NOT NULL,
            action_type text NOT NULL,
            resource text NOT NULL,
            status text NOT NULL,
            risk_score bigint NOT NULL,
            requested_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            approval_id text,
            session_id text,
            depth bigint,
            request text NOT NULL,
            decision text NOT NULL,
            outcome text,
            PRIMARY KEY (organisation_id, id)
        );
        CREATE INDEX ascend_actions_of_agent ON ascend_actions (organisation_id, agent_id, id);
        CREATE INDEX ascend_actions_of_session ON ascend_actions (organisation_id, session_id, id) WHERE session_id IS NOT NULL;
        """);
}
