namespace Trellis.Server.Kernel.Storage.Migrations;

/// <summary>A row of <c>schema_migrations</c>.</summary>
internal sealed record AppliedMigration(string Module, int Version, string Name, string Checksum);
