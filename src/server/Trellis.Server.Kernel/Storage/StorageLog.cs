using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage;

/// <summary>What the store logs; its event ids are 100 to 119.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(100, LogLevel.Information, "Applied migration {Version} ({Name}) of module {Module}")]
    public static partial void MigrationApplied(ILogger logger, string module, int version, string name);
}
