using Npgsql;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.SharedStore;

/// <summary>What the audit records hold of a call; read from PostgreSQL, where anybody with its tools can look.</summary>
public sealed class AuditRecordTests(TwoServers servers) : IClassFixture<TwoServers>
{
    [Fact]
    public async Task The_callers_correlation_id_is_in_the_record_of_each_change()
    {
        var (database, first, _) = await servers.StartedAsync();
        using var askii = AskiiClients.Create(first.Url, first.DeveloperToken);
        var id = $"correlation-{Guid.NewGuid():N}";
        using (Correlation.Bind(id))
        {
            await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
            await askii.Keys.UpdateModelAsync("agent", []);
            await askii.Keys.RevokeAsync("agent");
        }

        (await EventsAsync(database.ConnectionString, id)).ShouldBe(["api_key_provisioned", "api_key_models_updated", "api_key_revoked"]);
    }

    private static async Task<List<string>> EventsAsync(string store, string correlationId)
    {
        await using var source = NpgsqlDataSource.Create(store);
        await using var command = source.CreateCommand(
            "SELECT event_type FROM audit_records WHERE correlation_id = $1 ORDER BY sequence_number");
        command.Parameters.AddWithValue(correlationId);
        await using var rows = await command.ExecuteReaderAsync();
        var events = new List<string>();
        while (await rows.ReadAsync())
            events.Add(rows.GetString(0));
        return events;
    }
}
