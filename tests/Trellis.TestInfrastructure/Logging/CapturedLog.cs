using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Trellis.TestInfrastructure.Logging;

/// <summary>Keeps what a server logs, each line with its exception. Safe for concurrent use.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = [];

    /// <summary>What was logged so far, in its order.</summary>
    public IReadOnlyCollection<(LogLevel Level, string Text)> Entries => _entries;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(_entries);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
            entries.Enqueue((level, $"{format(state, error)} {error}"));
    }
}
