using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Everything that one log line says, without secrets.</summary>
internal sealed class LogRecord
{
    public required DateTimeOffset Time { get; init; }

    public required LogLevel Level { get; init; }

    public required string Logger { get; init; }

    public required string Message { get; init; }

    public required string? CorrelationId { get; init; }

    public required IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; }

    public required string? Exception { get; init; }
}
