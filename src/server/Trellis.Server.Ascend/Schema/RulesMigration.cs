using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>By what organisations judge: policies, smart rules, settings.</summary>
internal static class RulesMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        5,
        "policies, smart rules and settings",
        """
        CREATE TABLE ascend_rules (
            organisation_id bigint NOT NULL REFERENCES organisations (id),
            kind text NOT NULL,
            id bigint NOT NULL,
            document text NOT NULL,
            created_by text NOT NULL,
            created_at bigint NOT NULL,
            updated_by text NOT NULL,
            updated_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, kind, id)
        );
        CREATE TABLE ascend_settings (
            organisation_id bigint NOT NULL PRIMARY KEY REFERENCES organisations (id),
            document text NOT NULL,
            updated_by text NOT NULL,
            updated_at bigint NOT NULL
        );
        """);
}
