using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>A log that a test can wait on: what webhooks log is logged when it is durable.</summary>
internal sealed class EventLog : ILoggerProvider, ILogger
{
    public const int Delivered = 5001;
    public const int Failed = 5002;
    public const int Dead = 5003;
    public const int Disabled = 5004;
    public const int SecretUnavailable = 5005;
    public const int Purged = 5007;

    private readonly Channel<(int Id, string Text)> _events = Channel.CreateUnbounded<(int, string)>();

    /// <summary>The text of the next event with an id; events with others before it are passed over.</summary>
    public async Task<string> NextAsync(int id)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = await _events.Reader.ReadAsync(patience.Token);
            if (next.Id == id)
                return next.Text;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _events.Writer.TryWrite((eventId.Id, formatter(state, exception)));

    public void Dispose()
    {
    }
}
