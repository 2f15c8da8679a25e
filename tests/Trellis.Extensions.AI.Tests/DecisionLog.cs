using Microsoft.Extensions.Logging;

namespace Trellis.Extensions.AI.Tests;

/// <summary>Keeps what is logged about decisions on tools.</summary>
internal sealed class DecisionLog : ILoggerFactory, ILogger
{
    private const int ToolDecided = 105;

    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == ToolDecided)
            Lines.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
