using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Schema;

/// <summary>Signed requests. Secrets stand in it sealed.</summary>
internal static class SigningMigration
{
    public static Migration Step { get; } = new(
        "ascend",
        6,
        "signing secrets and seen signatures",
        """
        CREATE TABLE ascend_signing (
            organisation_id bigint NOT NULL PRIMARY KEY REFERENCES organisations (id),
            sealed_secret text NOT NULL,
            require_signature bigint NOT NULL,
            updated_at bigint NOT NULL
        );
        CREATE TABLE ascend_signatures (
            organisation_id bigint NOT NULL,
            signature text NOT NULL,
            expires_at bigint NOT NULL,
            PRIMARY KEY (organisation_id, signature)
        );
        CREATE INDEX ascend_signatures_expiry ON ascend_signatures (organisation_id, expires_at);
        """);
}
