using Microsoft.Extensions.Logging;

namespace Trellis.Aerostack.Tests.Hooks;

/// <summary>Keeps what is logged.</summary>
internal sealed class ListLogger : ILoggerFactory
{
    public List<Line> Lines { get; } = [];

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

    public void Dispose()
    {
    }

    internal sealed record Line(string Category, LogLevel Level, string Message, Exception? Exception, IReadOnlyList<KeyValuePair<string, object?>> Fields)
    {
        public object? Field(string name) => Fields.Single(field => field.Key == name).Value;
    }

    private sealed class Category(string name, List<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(new(name, logLevel, formatter(state, exception), exception, state as IReadOnlyList<KeyValuePair<string, object?>> ?? []));
    }
}
