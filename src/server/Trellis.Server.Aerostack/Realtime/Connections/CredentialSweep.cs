using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>Every few seconds, closes the connections whose key was revoked, whose token has expired, or whose session has ended.</summary>
internal sealed class CredentialSweep(RealtimeHub hub, IStore store, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Sweeps once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var connections = hub.Connections.ToList();
        if (connections.Count == 0)
            return;

        var now = time.GetUtcNow();
        var keys = new Dictionary<string, bool>(StringComparer.Ordinal);
        var sessions = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var connection in connections)
        {
            var identity = connection.Identity;
            if (identity.Key is { } key && !await IsGoodAsync(keys, key.Hash, sql => IsGoodAsync(sql, key), cancellationToken))
                End(connection, "The API key was revoked.");
            else if (identity.Token is { } token && token.ExpiresAt <= now)
                End(connection, "The token has expired.");
            else if (identity.Token is { } open
                && !await IsGoodAsync(sessions, open.SessionId, sql => IsOpenAsync(sql, identity, open.SessionId, now), cancellationToken))
                End(connection, "The session has ended.");
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreException)
            {
                // The next sweep looks again.
            }
        }
    }

    private static void End(RealtimeConnection connection, string reason) => connection.Outbox.Close(WebSocketCloseStatus.PolicyViolation, reason);

    // Many connections share a key, and some a session: each is looked up once.
    private async ValueTask<bool> IsGoodAsync(
        Dictionary<string, bool> known, string id, Func<ISqlSession, ValueTask<bool>> ask, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(id, out var isGood))
            known[id] = isGood = await store.ReadAsync(ask, cancellationToken);
        return isGood;
    }

    private static async ValueTask<bool> IsGoodAsync(ISqlSession sql, ProjectKey key) =>
        await KeyTable.FindByHashAsync(sql, key.Hash) is { RevokedAt: null };

    private static async ValueTask<bool> IsOpenAsync(ISqlSession sql, RealtimeIdentity identity, string sessionId, DateTimeOffset now) =>
        await SessionTable.FindAsync(sql, identity.Project.Id, sessionId) is { } session && session.IsOpen(now);
}
