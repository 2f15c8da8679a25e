using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace Trellis.TestInfrastructure.Logging;

/// <summary>
/// Listens to the traces of Trellis and of HTTP clients in this process, while it lives. Other tests' spans are among them: look for a trace.
/// </summary>
public sealed class SpanRecorder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly Channel<Activity> _news = Channel.CreateUnbounded<Activity>();
    private readonly ActivityListener _listener;

    /// <summary>Begins to listen.</summary>
    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http" || source.Name.StartsWith("Trellis.", StringComparison.Ordinal),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _ended.Enqueue(activity);
                _news.Writer.TryWrite(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The spans of a trace that have ended.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. _ended.Where(span => span.TraceId == trace)];

    /// <summary>Waits until the server's span of a trace has ended, with all that are below it.</summary>
    public async Task<Activity> ServerSpanAsync(ActivityTraceId trace, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var span in _news.Reader.ReadAllAsync(patience.Token))
        {
            if (span.TraceId == trace && span.Kind == ActivityKind.Server)
                return span;
        }

        throw new InvalidOperationException("The recorder has ended.");
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
