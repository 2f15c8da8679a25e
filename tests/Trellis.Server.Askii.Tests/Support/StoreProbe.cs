using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>Looks into the store of a server, and changes what no endpoint changes.</summary>
internal static class StoreProbe
{
    public static async Task<long> ReservationsAsync(this AskiiServer server) =>
        await server.Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT COUNT(*) FROM askii_reservations"), AskiiServer.Cancellation) ?? 0;

    public static async Task<long> SpendAsync(this AskiiServer server) =>
        await server.Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT CAST(SUM(spend) AS bigint) FROM askii_keys"), AskiiServer.Cancellation) ?? 0;

    public static ValueTask<IReadOnlyList<string>> EventsAsync(this AskiiServer server) =>
        server.Store.ReadAsync(
            session => session.QueryAsync($"SELECT event_type FROM audit_records WHERE platform = 'askii' ORDER BY organisation_id, sequence_number", row => row.Text(0)),
            AskiiServer.Cancellation);

    public static ValueTask<int> ExecuteAsync(this AskiiServer server, SqlFragment sql) =>
        server.Store.WriteAsync(session => session.ExecuteAsync($"{sql}"), AskiiServer.Cancellation);

    /// <summary>Waits until something that the server does on its own has happened.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        for (var attempt = 0; attempt < 600 && !await happened(); attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, AskiiServer.Cancellation);
        (await happened()).ShouldBeTrue();
    }
}
