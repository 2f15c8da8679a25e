using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Secrets;

/// <summary>The SQL of sealed secrets.</summary>
internal static class SecretTable
{
    public static ValueTask<int> PutAsync(ISqlSession session, string name, string envelope, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_secrets (name, envelope, changed_at) VALUES ({name}, {envelope}, {at})
            ON CONFLICT (name) DO UPDATE SET envelope = excluded.envelope, changed_at = excluded.changed_at
            """);

    public static ValueTask<string?> FindAsync(ISqlSession session, string name) =>
        session.QueryFirstOrDefaultAsync($"SELECT envelope FROM akshi_secrets WHERE name = {name}", static row => row.Text(0));

    public static ValueTask<IReadOnlyList<(string Name, DateTimeOffset ChangedAt)>> ListAsync(ISqlSession session) =>
        session.QueryAsync($"SELECT name, changed_at FROM akshi_secrets ORDER BY name", static row => (row.Text(0), row.Time(1)));

    public static ValueTask<bool> DeleteAsync(ISqlSession session, string name) =>
        session.TryExecuteAsync($"DELETE FROM akshi_secrets WHERE name = {name}");
}
