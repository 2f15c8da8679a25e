using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Logs;

/// <summary>
/// The log of the runtime: what agents and the runtime itself say, without secrets, from the configured level on. The server's own log gets
/// the same lines. Never throws. Safe for concurrent use.
/// </summary>
internal sealed class RuntimeLog(RuntimeConfig config, SecretMask mask, TimeProvider time, ILogger<RuntimeLog> logger)
{
    /// <summary>How many lines are kept (contract, section 4.1).</summary>
    public const int Capacity = 10_000;

    // Text of an agent may be as long as it likes (contract, section 7).
    private const int LongestMessage = 4096;

    private readonly LogRing _ring = new(Capacity);

    /// <summary>Writes a line.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="agent">Whose line it is; null for the runtime's own.</param>
    /// <param name="message">What happened. Secrets are taken out, and it is cut at 4 KiB.</param>
    public void Write(LogSeverity severity, string? agent, string message)
    {
        if (severity < config.Current.Telemetry.LogLevel)
            return;

        var entry = _ring.Append(time.GetUtcNow(), severity, agent, ShortText.Of(mask.Clean(message), LongestMessage));
        RuntimeLogMessages.Forward(logger, severity, agent, entry.Message);
    }

    /// <inheritdoc cref="LogRing.Read"/>
    public LogPage Read(long since, DateTimeOffset? from, int limit) => _ring.Read(since, from, limit);
}
