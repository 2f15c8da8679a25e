using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>
/// Warns of the settings with which PostgreSQL confirms a commit before it is on the disk
/// (https://www.postgresql.org/docs/current/runtime-config-wal.html). They are the administrator's decision, so they are not overruled.
/// </summary>
internal static class PostgresDurability
{
    private static readonly string[] Settings = ["fsync", "synchronous_commit", "full_page_writes"];

    public static async Task CheckAsync(IStore store, ILogger logger, CancellationToken cancellationToken)
    {
        foreach (var setting in Settings)
        {
            // True: an engine that does not have the setting answers null instead of failing.
            var value = await store.ReadAsync(
                session => session.QueryTextAsync($"SELECT current_setting({setting}, true)"), cancellationToken).ConfigureAwait(false);
            if (value == "off")
                StorageLog.SettingRisksLoss(logger, setting);
        }
    }
}
