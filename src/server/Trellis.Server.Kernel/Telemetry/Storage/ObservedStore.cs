using System.Diagnostics;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Measures the calls of a store, and shows those of a request in its trace.</summary>
internal sealed class ObservedStore(IStore store, string system, ServerTelemetry telemetry, TimeProvider time) : IStore
{
    private const string Write = "store.write";
    private const string Read = "store.read";

    private bool IsObserved => telemetry.StoreDuration.Enabled || telemetry.Source.HasListeners();

    /// <inheritdoc/>
    public ValueTask<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default) =>
        IsObserved ? ObserveAsync(Write, work, cancellationToken) : store.WriteAsync(work, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken = default) =>
        IsObserved ? ObserveAsync(Read, work, cancellationToken) : store.ReadAsync(work, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async ValueTask<T> ObserveAsync<T>(string operation, Func<ISqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var span = IsInRequest() ? telemetry.Source.StartActivity(operation, ActivityKind.Client) : null;
        span?.SetTag("db.system.name", system);
        span?.SetTag("db.operation.name", operation);
        string? error = null;
        try
        {
            return operation == Write
                ? await store.WriteAsync(work, cancellationToken).ConfigureAwait(false)
                : await store.ReadAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Never the message: it may quote what was to be written.
            error = TypeOf(exception);
            span?.SetTag("error.type", error);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Record(operation, error, started);
        }
    }

    // A poll in the background belongs to nobody's trace. The work of one that a request has set off does.
    private bool IsInRequest()
    {
        var activity = Activity.Current;
        while (activity is not null && activity.Source != telemetry.Source)
            activity = activity.Parent;
        return activity is not null;
    }

    private static string? TypeOf(Exception exception) => exception is StoreException { Failure: var failure } ? failure.ToString() : exception.GetType().FullName;

    private void Record(string operation, string? error, long started)
    {
        if (!telemetry.StoreDuration.Enabled)
            return;

        var tags = new TagList { { "db.system.name", system }, { "db.operation.name", operation } };
        if (error is not null)
            tags.Add("error.type", error);
        telemetry.StoreDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
    }
}
