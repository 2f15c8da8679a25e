using System.Text.Json.Nodes;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// Work that agents give each other. Reached through <see cref="AkshiClient.Tasks"/>; safe for concurrent use. The list is
/// <see cref="AkshiClient.A2ATasksAsync"/>. Contract section 2.8.
/// </summary>
public sealed class AkshiTasks
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<A2ATask> _create;
    private readonly ApiOperation<A2ATask> _get;

    internal AkshiTasks(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _create = operations.Post<A2ATask>("a2a.tasks.create", "/api/v1/a2a/tasks");
        _get = operations.Get<A2ATask>("a2a.tasks.get", "/api/v1/a2a/tasks/{id}");
    }

    /// <summary>Gives an agent something to do.</summary>
    /// <param name="from">Who gives it; can be somebody outside of the runtime.</param>
    /// <param name="to">The agent.</param>
    /// <param name="input">What it is given: any JSON.</param>
    /// <param name="cancellationToken">Gives the call up; the task may be given all the same.</param>
    /// <returns>The task; the server tells its id, its state and its time alone.</returns>
    /// <exception cref="AkshiNotFoundException">There is no such agent.</exception>
    /// <exception cref="AkshiForbiddenException">The agent takes no tasks.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<A2ATask> CreateAsync(string from, string to, JsonNode input, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Creating(from, to, input), cancellationToken);

    /// <inheritdoc cref="CreateAsync"/>
    public A2ATask Create(string from, string to, JsonNode input, CancellationToken cancellationToken = default) =>
        _connection.Send(Creating(from, to, input), cancellationToken);

    /// <summary>Tells what has become of a task.</summary>
    /// <param name="id">The <see cref="A2ATask.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such task.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<A2ATask> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Getting(id), cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public A2ATask Get(string id, CancellationToken cancellationToken = default) => _connection.Send(Getting(id), cancellationToken);

    private ApiRequest<A2ATask> Creating(string from, string to, JsonNode input)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        ArgumentNullException.ThrowIfNull(input);
        return new(_create, RequestBody.From(new A2ATaskBody(from, to, input), AkshiJsonContext.Default.A2ATaskBody));
    }

    private ApiRequest<A2ATask> Getting(string id) => new(_get, Path: PathSegment.In(_get.Path, id));
}
