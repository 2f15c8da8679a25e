using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Passwords;

/// <summary>What passwords log; their event ids are 280 to 299.</summary>
internal static partial class PasswordLog
{
    [LoggerMessage(280, LogLevel.Warning, "Passwords are hashed with {Iterations} iterations, fewer than the recommended {Recommended}")]
    public static partial void FewIterations(ILogger logger, int iterations, int recommended);
}
