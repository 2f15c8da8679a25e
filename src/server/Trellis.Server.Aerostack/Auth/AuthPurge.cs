using Microsoft.Extensions.Hosting;
using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Outbox;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Forgets sessions, codes and messages whose time is over, once an hour. Whether one still counts does not depend on it.</summary>
internal sealed class AuthPurge(IStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.WriteAsync(session => PurgeAsync(session, time.GetUtcNow()), stoppingToken);
            }
            catch (StoreException)
            {
                // The next hour's purge removes them too.
            }
        }
    }

    private static async ValueTask PurgeAsync(ISqlSession session, DateTimeOffset now)
    {
        await SessionTable.PurgeAsync(session, now);
        await CodeTable.PurgeAsync(session, now);
        await OutboxTable.PurgeAsync(session, now);
    }
}
