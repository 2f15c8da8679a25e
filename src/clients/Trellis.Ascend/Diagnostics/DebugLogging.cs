using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trellis.Ascend;

/// <summary>Where the lines of <see cref="AscendClientOptions.Debug"/> go.</summary>
internal static class DebugLogging
{
    /// <summary>Lines on standard error, secrets masked; <see langword="null"/> when they are not wanted, or the application has logging.</summary>
    public static ILoggerFactory? Create(AscendClientOptions options) => options.Debug && options.LoggerFactory is NullLoggerFactory
        ? LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddTrellisJson(json =>
        {
            json.Redactor = AscendRedaction.Redactor;
            json.TimeProvider = options.TimeProvider;
        }))
        : null;
}
