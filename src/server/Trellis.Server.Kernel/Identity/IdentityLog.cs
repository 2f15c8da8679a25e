using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Identity;

/// <summary>What identity logs; its event ids are 200 to 219.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(200, LogLevel.Warning, "The keys of issuer {Issuer} could not be loaded; those known before stay in use")]
    public static partial void KeysNotLoaded(ILogger logger, string issuer, Exception exception);
}
