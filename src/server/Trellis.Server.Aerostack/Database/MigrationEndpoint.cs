using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database;

/// <summary>
/// Steps of a schema, each done once and all of it or nothing: what the contract expects instead of queries that change the schema (section 8.1), on
/// a path of our own. The database itself remembers which were done.
/// </summary>
internal sealed class MigrationEndpoint(IProjectDatabases databases, IStore store, IAuditLog audit)
{
    private const int LongestName = 255;

    private const string MakeTable =
        "CREATE TABLE IF NOT EXISTS _trellis_migrations (name text NOT NULL PRIMARY KEY, checksum text NOT NULL, applied_at text NOT NULL)";

    private static readonly SqlRules Rules = new(AllowsSchemaChanges: true, IsAtomic: true);

    /// <summary>Does a step, unless it was done already.</summary>
    public async ValueTask<JsonAnswer> MigrateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("name", LongestName);
        var statements = fields.Texts("statements", DatabaseLimits.MostMigrationStatements, DatabaseLimits.LongestSql);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var checksum = Checksum(statements);
        if (await FindAsync(call, name) is { } known)
            return Done(known, checksum);

        var outcomes = await databases.RunAsync(call.ProjectId, Steps(call, name, checksum, statements), Rules, call.Aborted);
        if (outcomes[^1].Failure is { } failure)
        {
            // Another request has done the same step in the meantime, perhaps.
            return await FindAsync(call, name) is { } meanwhile ? Done(meanwhile, checksum) : failure.ToError();
        }

        await store.WriteAsync(session => audit.AppendAsync(session, DatabaseEvents.Migrated(call, name, checksum)), CancellationToken.None);
        return Applied(true);
    }

    private static JsonAnswer Done(string knownChecksum, string checksum) =>
        knownChecksum == checksum
            ? Applied(false)
            : AerostackErrors.Conflict("A migration of this name was done with other statements. Give the new one another name.", "migration_changed");

    private static Answer Applied(bool isNew) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteBoolean("applied"u8, isNew);
    });

    private static List<SqlRequest> Steps(AerostackCall call, string name, string checksum, IReadOnlyList<string> statements) =>
    [
        new SqlRequest(
            "INSERT INTO _trellis_migrations (name, checksum, applied_at) VALUES (?, ?, ?)",
            [Text(name), Text(checksum), Text(WireTime.Text(call.At))]),
        .. statements.Select(static statement => new SqlRequest(statement, [])),
    ];

    private static SqlArgument Text(string text) => new(SqlArgumentKind.Text, Text: text);

    private static string Checksum(IReadOnlyList<string> statements) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', statements))));

    private async Task<string?> FindAsync(AerostackCall call, string name)
    {
        var outcomes = await databases.RunAsync(
            call.ProjectId,
            [new SqlRequest(MakeTable, []), new SqlRequest("SELECT checksum FROM _trellis_migrations WHERE name = ?", [Text(name)])],
            Rules,
            call.Aborted);
        if (outcomes[^1].Failure is { } failure)
            throw new StoreException($"The migrations of project {call.ProjectId} cannot be read: {failure.Message}");

        using var rows = JsonDocument.Parse(outcomes[1].Rows);
        return rows.RootElement.GetArrayLength() == 0 ? null : rows.RootElement[0].GetProperty("checksum"u8).GetString();
    }
}
