using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>
/// The tasks (contract, section 4.7): pending, running, then completed or failed, which is final. Agents of the runtime and workers outside
/// take the same steps. Every step is durable and audited before anybody is told. Safe for concurrent use.
/// </summary>
internal sealed class TaskBoard(
    IStore store, IReceipts receipts, IAuditLog audit, RuntimeOwner owner, TaskEvents events, ServerIdentity server, TimeProvider time) : IAgentTasks
{
    private const string Restarted = "runtime_restarted";
    private const string System = "system";

    /// <inheritdoc/>
    public ValueTask<AgentTask> SendAsync(string from, string to, string input, CancellationToken cancellationToken) =>
        CreateAsync(from, to, TaskJson.Of(input), from, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AgentTask?> ReceiveAsync(string agent, CancellationToken cancellationToken) =>
        ClaimAsync(agent, agent, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> TryCompleteAsync(string agent, string id, string output, CancellationToken cancellationToken) =>
        (await CompleteAsync(id, TaskJson.Of(output), agent, null, cancellationToken)).IsDone;

    /// <inheritdoc/>
    public async ValueTask<bool> TryFailAsync(string agent, string id, string error, CancellationToken cancellationToken) =>
        (await FailAsync(id, error, agent, null, cancellationToken)).IsDone;

    /// <summary>Adds a task.</summary>
    public async ValueTask<AgentTask> CreateAsync(
        string from, string to, string input, string actor, RequestOrigin? origin, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var task = new AgentTask
        {
            Id = $"task_{Guid.CreateVersion7(now):N}",
            From = from,
            To = to,
            Status = TaskStatusWords.Pending,
            Input = input,
            CreatedAt = now,
        };
        var organisation = await owner.GetIdAsync(cancellationToken);
        var entry = audit.Prepare(TaskEvents.Record(organisation, TaskEvents.Created, task, actor, origin));
        return await store.WriteAsync(
            async session =>
            {
                await TaskTable.InsertAsync(session, task);
                await receipts.AppendAsync(session, organisation, TaskEvents.Receipt(task));
                await audit.AppendAsync(session, entry);
                session.AfterCommit(() => events.Publish(TaskEvents.Created, task));
                return task;
            },
            cancellationToken);
    }

    /// <summary>A task; null when there is none.</summary>
    public ValueTask<AgentTask?> FindAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(session => TaskTable.FindAsync(session, id), cancellationToken);

    /// <summary>The newest first.</summary>
    public ValueTask<IReadOnlyList<AgentTask>> ListAsync(string? status, string? agent, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(session => TaskTable.ListAsync(session, status, agent, limit), cancellationToken);

    /// <summary>Starts the oldest task that waits for an agent; null when none waits. Of several who ask at once, each gets another.</summary>
    public async ValueTask<AgentTask?> ClaimAsync(string agent, string actor, RequestOrigin? origin, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.WriteAsync(
            async session => await TaskTable.LockNextAsync(session, agent) is { } next
                ? await MoveAsync(session, organisation, Start(next), TaskEvents.Started, actor, origin)
                : null,
            cancellationToken);
    }

    /// <summary>Starts a task that waits.</summary>
    public ValueTask<TaskMove> StartAsync(string id, string actor, RequestOrigin? origin, CancellationToken cancellationToken) =>
        StepAsync(id, TaskStatusWords.Pending, TaskEvents.Started, Start, actor, origin, cancellationToken);

    /// <summary>Notes how far a task is that runs: one JSON value.</summary>
    public ValueTask<TaskMove> ProgressAsync(string id, string progress, string actor, RequestOrigin? origin, CancellationToken cancellationToken) =>
        StepAsync(
            id, TaskStatusWords.Running, TaskEvents.Progressed, task => task with { Progress = progress }, actor, origin, cancellationToken);

    /// <summary>Ends a task that runs, well: one JSON value.</summary>
    public ValueTask<TaskMove> CompleteAsync(string id, string output, string actor, RequestOrigin? origin, CancellationToken cancellationToken) =>
        StepAsync(
            id,
            TaskStatusWords.Running,
            TaskEvents.Completed,
            task => task with { Status = TaskStatusWords.Completed, Output = output, CompletedAt = time.GetUtcNow() },
            actor,
            origin,
            cancellationToken);

    /// <summary>Ends a task that runs, with an error.</summary>
    public ValueTask<TaskMove> FailAsync(string id, string error, string actor, RequestOrigin? origin, CancellationToken cancellationToken) =>
        StepAsync(id, TaskStatusWords.Running, TaskEvents.Failed, task => Fail(task, error), actor, origin, cancellationToken);

    /// <summary>Fails what an earlier process of this server was to do.</summary>
    public async Task FailLeftoversAsync(CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        await store.WriteAsync(
            async session =>
            {
                foreach (var task in await TaskTable.LockRunningAsync(session, server.Id))
                    await MoveAsync(session, organisation, Fail(task, Restarted), TaskEvents.Failed, System, null);
            },
            cancellationToken);
    }

    private AgentTask Start(AgentTask task) => task with { Status = TaskStatusWords.Running, StartedAt = time.GetUtcNow() };

    private AgentTask Fail(AgentTask task, string error) =>
        task with { Status = TaskStatusWords.Failed, Error = error, CompletedAt = time.GetUtcNow() };

    private async ValueTask<TaskMove> StepAsync(
        string id,
        string from,
        string name,
        Func<AgentTask, AgentTask> step,
        string actor,
        RequestOrigin? origin,
        CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.WriteAsync(
            async session =>
            {
                var task = await TaskTable.LockAsync(session, id);
                return task?.Status == from
                    ? new TaskMove(await MoveAsync(session, organisation, step(task), name, actor, origin), true)
                    : new TaskMove(task, false);
            },
            cancellationToken);
    }

    private async ValueTask<AgentTask> MoveAsync(
        ISqlSession session, long organisation, AgentTask task, string name, string actor, RequestOrigin? origin)
    {
        await TaskTable.UpdateAsync(session, task, server.Id);
        await audit.AppendAsync(session, TaskEvents.Record(organisation, name, task, actor, origin));
        session.AfterCommit(() => events.Publish(name, task));
        return task;
    }
}
