namespace Trellis.Ascend;

/// <content>Many actions at once.</content>
public sealed partial class AscendClient
{
    /// <summary>
    /// Has up to 50 actions evaluated, some at a time. None is waited for: decisions can be pending. An action that cannot be evaluated
    /// does not keep the others from it. Contract section 2.14.
    /// </summary>
    /// <param name="actions">The actions.</param>
    /// <param name="maxConcurrent">How many are under way at a time; at least 1.</param>
    /// <param name="cancellationToken">Gives up all that is not evaluated yet.</param>
    /// <returns>One entry per action, in their order.</returns>
    /// <exception cref="AscendValidationException">There are more than 50; nothing was sent.</exception>
    public Task<BulkEvaluation> EvaluateActionsAsync(
        IReadOnlyList<AgentAction> actions, int maxConcurrent = AscendDefaults.BulkConcurrency, CancellationToken cancellationToken = default) =>
        _bulk.EvaluateAsync(actions, maxConcurrent, cancellationToken);

    /// <summary>The same on this thread alone: one action after the other.</summary>
    /// <param name="actions">The actions.</param>
    /// <param name="cancellationToken">Gives up all that is not evaluated yet.</param>
    /// <returns>One entry per action, in their order.</returns>
    /// <exception cref="AscendValidationException">There are more than 50; nothing was sent.</exception>
    public BulkEvaluation EvaluateActions(IReadOnlyList<AgentAction> actions, CancellationToken cancellationToken = default) =>
        _bulk.Evaluate(actions, cancellationToken);
}
