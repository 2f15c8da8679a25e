using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>What acts, what it acts through, and how it is stopped: agents, their commands and heartbeats, MCP servers, orchestration.</summary>
internal static class RegistryMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        2,
        "agents, commands, heartbeats, MCP servers and orchestration",
        """
        CREATE TABLE ascend_agents (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            agent_id text NOT NULL,
            number bigint NOT NULL,
            display_name text NOT NULL,
            agent_type text NOT NULL,
            environment text,
            status text NOT NULL,
            status_reason text,
            trust_level text NOT NULL,
            blocked_reason text,
            auto_approve_below bigint NOT NULL,
            max_risk_threshold bigint NOT NULL,
            requires_mfa_above bigint NOT NULL,
            model_id bigint,
            settings text NOT NULL,
            limits text,
            registered_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            deregistered_at bigint,
            PRIMARY KEY (organisation_id, agent_id)
        );
        CREATE UNIQUE INDEX ascend_agents_by_number ON ascend_agents (organisation_id, number);
        CREATE TABLE ascend_agent_usage (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            agent_id text NOT NULL,
            span bigint NOT NULL,
            starts_at bigint NOT NULL,
            actions bigint NOT NULL,
            cost double precision NOT NULL,
            PRIMARY KEY (organisation_id, agent_id, span, starts_at)
        );
        CREATE TABLE ascend_heartbeats (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            agent_id text NOT NULL,
            up_since bigint NOT NULL,
            last_at bigint NOT NULL,
            sdk_version text,
            response_time_ms double precision,
            error_rate double precision,
            requests_count bigint,
            PRIMARY KEY (organisation_id, agent_id)
        );
        CREATE TABLE ascend_commands (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            command_id text NOT NULL,
            agent_id text,
            command_type text NOT NULL,
            target_type text NOT NULL,
            mcp_server text,
            reason text NOT NULL,
            parameters text NOT NULL,
            issued_by text NOT NULL,
            issued_via text NOT NULL,
            created_at bigint NOT NULL,
            expires_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, command_id)
        );
        CREATE INDEX ascend_commands_of_agent ON ascend_commands (organisation_id, agent_id, expires_at);
        CREATE TABLE ascend_command_receipts (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            command_id text NOT NULL,
            agent_id text NOT NULL,
            delivered_at bigint NOT NULL,
            acknowledged_at bigint,
            PRIMARY KEY (organisation_id, command_id, agent_id)
        );
        CREATE TABLE ascend_mcp_servers (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            name text NOT NULL,
            number bigint NOT NULL,
            is_active bigint NOT NULL,
            inactive_reason text,
            blocked_reason text,
            settings text NOT NULL,
            registered_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, name)
        );
        CREATE UNIQUE INDEX ascend_mcp_servers_by_number ON ascend_mcp_servers (organisation_id, number);
        CREATE TABLE ascend_topology (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            orchestrator_id text NOT NULL,
            kind text NOT NULL,
            member text NOT NULL,
            created_by text NOT NULL,
            created_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, orchestrator_id, kind, member)
        );
        """);
}
