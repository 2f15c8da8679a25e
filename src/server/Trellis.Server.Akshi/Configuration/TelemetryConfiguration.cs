using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>What the runtime tells about itself.</summary>
internal sealed record TelemetryConfiguration
{
    /// <summary>The lowest level that is kept.</summary>
    public LogSeverity LogLevel { get; init; } = LogSeverity.Info;
}
