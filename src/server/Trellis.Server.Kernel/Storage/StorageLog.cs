using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage;

/// <summary>What the store logs; its event ids are 100 to 119.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(100, LogLevel.Information, "Applied migration {Version} ({Name}) of module {Module}")]
    public static partial void MigrationApplied(ILogger logger, string module, int version, string name);

    [LoggerMessage(101, LogLevel.Debug, "Attempt {Attempt} of a call to PostgreSQL failed and is repeated: {Reason}")]
    public static partial void CallRepeated(ILogger logger, int attempt, string reason);

    [LoggerMessage(102, LogLevel.Warning, "PostgreSQL runs with {Setting} = off and may lose what it has confirmed when it crashes")]
    public static partial void SettingRisksLoss(ILogger logger, string setting);
}
