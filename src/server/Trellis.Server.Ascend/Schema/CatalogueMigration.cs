using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>What actions are judged against and what was found: models, components, findings, alerts, classifications, legal holds.</summary>
internal static class CatalogueMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        4,
        "models, supply chain, findings, alerts, classifications and legal holds",
        """
        CREATE TABLE ascend_models (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            model_id text NOT NULL,
            model_name text NOT NULL,
            version text NOT NULL,
            environment text NOT NULL,
            model_owner text NOT NULL,
            risk_level text NOT NULL,
            data_classification text NOT NULL,
            provider text,
            description text,
            metadata text NOT NULL,
            approvals text NOT NULL,
            is_deprecated bigint NOT NULL,
            registered_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, number)
        );
        CREATE UNIQUE INDEX ascend_models_by_id ON ascend_models (organisation_id, model_id);
        CREATE TABLE ascend_model_history (
            organisation_id bigint NOT NULL,
            number bigint NOT NULL,
            entry bigint NOT NULL,
            happened_at bigint NOT NULL,
            actor text NOT NULL,
            event text NOT NULL,
            status text NOT NULL,
            detail text,
            PRIMARY KEY (organisation_id, number, entry),
            FOREIGN KEY (organisation_id, number) REFERENCES ascend_models (organisation_id, number) ON DELETE CASCADE
        );
        CREATE TABLE ascend_components (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            component_id text NOT NULL,
            component_type text NOT NULL,
            risk_level text NOT NULL,
            is_active bigint NOT NULL,
            vulnerability_count bigint NOT NULL,
            description text NOT NULL,
            registered_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, number)
        );
        CREATE UNIQUE INDEX ascend_components_by_id ON ascend_components (organisation_id, component_id);
        CREATE TABLE ascend_findings (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            scan_id text NOT NULL,
            agent_id text NOT NULL,
            action_id bigint,
            result text NOT NULL,
            category text NOT NULL,
            severity text NOT NULL,
            pattern text NOT NULL,
            starts_at bigint NOT NULL,
            ends_at bigint NOT NULL,
            created_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, number)
        );
        CREATE INDEX ascend_findings_of_action ON ascend_findings (organisation_id, action_id, number) WHERE action_id IS NOT NULL;
        CREATE TABLE ascend_alerts (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            alert_type text NOT NULL,
            severity text NOT NULL,
            title text NOT NULL,
            message text NOT NULL,
            agent_id text,
            action_id bigint,
            resource text,
            details text NOT NULL,
            created_at bigint NOT NULL,
            acknowledged_at bigint,
            acknowledged_by text,
            PRIMARY KEY (organisation_id, number)
        );
        CREATE TABLE ascend_classifications (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            resource_id text NOT NULL,
            resource_type text NOT NULL,
            sensitivity_level text NOT NULL,
            compliance_tags text NOT NULL,
            metadata text NOT NULL,
            created_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, number)
        );
        CREATE UNIQUE INDEX ascend_classifications_of_resource ON ascend_classifications (organisation_id, resource_type, resource_id);
        CREATE TABLE ascend_legal_holds (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            number bigint NOT NULL,
            reason text NOT NULL,
            actor_id text,
            resource_type text,
            resource_id text,
            placed_by text NOT NULL,
            placed_at bigint NOT NULL,
            released_by text,
            released_at bigint,
            PRIMARY KEY (organisation_id, number)
        );
        """);
}
