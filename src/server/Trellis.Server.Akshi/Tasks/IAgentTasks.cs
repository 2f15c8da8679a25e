namespace Trellis.Server.Akshi.Tasks;

/// <summary>How agents of the runtime give each other tasks (contract, section 4.7). Safe for concurrent use.</summary>
internal interface IAgentTasks
{
    /// <summary>Gives a task.</summary>
    /// <param name="from">Who asks.</param>
    /// <param name="to">Who is to do it; whether that agent may be asked is the caller's to know.</param>
    /// <param name="input">What: one JSON value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<AgentTask> SendAsync(string from, string to, string input, CancellationToken cancellationToken);

    /// <summary>Takes the oldest task that waits for an agent, which then runs; null when none waits.</summary>
    ValueTask<AgentTask?> ReceiveAsync(string agent, CancellationToken cancellationToken);

    /// <summary>Ends a task that runs.</summary>
    /// <param name="agent">Who ends it.</param>
    /// <param name="id">The task.</param>
    /// <param name="output">What came of it: one JSON value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when there is no such task, or it does not run.</returns>
    ValueTask<bool> TryCompleteAsync(string agent, string id, string output, CancellationToken cancellationToken);

    /// <summary>As <see cref="TryCompleteAsync"/>, for a task that failed.</summary>
    ValueTask<bool> TryFailAsync(string agent, string id, string error, CancellationToken cancellationToken);
}
