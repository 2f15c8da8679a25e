using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// What happens, as it happens. Reached through <see cref="AkshiClient.Events"/>; safe for concurrent use. Each enumeration is a connection of
/// its own, which ends with it. Keep-alives are not delivered, and neither the timeout of an attempt nor that of a call ends a stream: only
/// <see cref="ClientOptions.StreamIdleTimeout"/> does. Contract section 3.
/// </summary>
public sealed class AkshiEvents
{
    private const string KeepAlive = "keepalive";

    private readonly ApiConnection _connection;
    private readonly AkshiClientOptions _options;
    private readonly ApiOperation<OpenResponse> _agui = AkshiOperations.Stream("events.agui", "/api/v1/agui/events");
    private readonly ApiOperation<OpenResponse> _unified = AkshiOperations.Stream("events.unified", "/api/v1/events");
    private readonly ApiOperation<OpenResponse> _agent = AkshiOperations.Stream("events.agent", "/api/v1/agents/stream");
    private readonly ApiOperation<OpenResponse> _tasks = AkshiOperations.Stream("events.tasks", "/api/v1/a2a/events");

    internal AkshiEvents(ApiConnection connection, AkshiClientOptions options) => (_connection, _options) = (connection, options);

    /// <summary>Streams the events of the AG-UI protocol. The first one is a snapshot of all agents. Contract section 3.2.</summary>
    /// <param name="options">How; <see langword="null"/> for the defaults, with which a stream that breaks is resumed.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="AkshiException">The stream cannot be opened, or failed for good.</exception>
    public IAsyncEnumerable<AguiEvent> StreamAguiAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAllAsync(Opening(_agui), options ?? new(), static item => Typed(item, AkshiJsonContext.Default.AguiEvent), cancellationToken);

    /// <summary>Streams what all agents say and do. Contract section 3.3.</summary>
    /// <param name="options">How; <see langword="null"/> for the defaults, with which a stream that breaks is resumed.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="AkshiException">The stream cannot be opened, or failed for good.</exception>
    public IAsyncEnumerable<RuntimeEvent> StreamAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAllAsync(Opening(_unified), options ?? new(), static item => Typed(item, AkshiJsonContext.Default.RuntimeEvent), cancellationToken);

    /// <summary>Streams what one agent says and does. Contract section 3.3.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults, with which a stream that breaks is resumed.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such agent.</exception>
    /// <exception cref="AkshiException">The stream cannot be opened, or failed for good.</exception>
    public IAsyncEnumerable<RuntimeEvent> StreamAgentAsync(
        string agent, EventStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        var request = Opening(_agent) with { Path = new Query(_agent.Path).Add("agent", agent).ToString() };
        return ReadAllAsync(request, options ?? new(), static item => Typed(item, AkshiJsonContext.Default.RuntimeEvent), cancellationToken);
    }

    /// <summary>Streams what becomes of tasks. Contract section 3.4.</summary>
    /// <param name="options">How; <see langword="null"/> for the defaults, with which a stream that breaks is resumed.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="AkshiException">The stream cannot be opened, or failed for good.</exception>
    public IAsyncEnumerable<TaskEvent> StreamTasksAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAllAsync(Opening(_tasks), options ?? new(), TaskOf, cancellationToken);

    /// <summary>Reads the AG-UI stream and hands each event's data to the callback, until the stream ends.</summary>
    internal async ValueTask<bool> RunAsync(
        Action<string> callback, EventStreamOptions options, Transfer transfer, CancellationToken cancellationToken)
    {
        using var cursor = new EventCursor(_connection, _options, Opening(_agui), options, transfer);
        while (await NextAsync(cursor, cancellationToken).ConfigureAwait(false) is { } item)
        {
            callback(item.Data);
        }

        return true;
    }

    private static ApiRequest<OpenResponse> Opening(ApiOperation<OpenResponse> operation) => new(operation, Overrides: Accept.Events);

    private static async ValueTask<SseEvent?> NextAsync(EventCursor cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await cursor.NextAsync(cancellationToken).ConfigureAwait(false);
            if (next is not { Type: KeepAlive })
            {
                return next;
            }
        }
    }

    private static TaskEvent TaskOf(SseEvent item) => new()
    {
        Id = item.Id,
        Name = item.Type,
        Data = item.Data,
        Task = Parse(item.Data, AkshiJsonContext.Default.A2ATask),
    };

    private static T Typed<T>(SseEvent item, JsonTypeInfo<T> type)
        where T : AkshiEvent, new()
    {
        var result = Parse(item.Data, type) ?? new T();
        (result.Id, result.Name, result.Data) = (item.Id, item.Type, item.Data);
        return result;
    }

    private static T? Parse<T>(string data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(data, type);
        }
        catch (JsonException)
        {
            // A server may send what only others understand; it is delivered as text, and the stream goes on.
            return null;
        }
    }

    private async IAsyncEnumerable<T> ReadAllAsync<T>(
        ApiRequest<OpenResponse> request, EventStreamOptions options, Func<SseEvent, T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = new EventCursor(_connection, _options, request, options, Transfer.Async);
        while (await NextAsync(cursor, cancellationToken).ConfigureAwait(false) is { } item)
        {
            yield return make(item);
        }
    }
}
