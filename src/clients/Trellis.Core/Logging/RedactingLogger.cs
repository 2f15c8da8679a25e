using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>A logger of <see cref="RedactingJsonLoggerProvider"/>.</summary>
internal sealed class RedactingLogger(RedactingJsonLoggerProvider provider, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => provider.PushScope(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (IsEnabled(logLevel)) provider.Write(category, logLevel, state, exception, formatter);
    }
}
