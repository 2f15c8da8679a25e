namespace Trellis.Ascend;

/// <summary>Evaluates many actions, a few at a time. Contract section 2.14.</summary>
internal sealed class BulkEvaluator(ActionEvaluator evaluator)
{
    public async Task<BulkEvaluation> EvaluateAsync(IReadOnlyList<AgentAction> actions, int maxConcurrent, CancellationToken cancellationToken)
    {
        Check(actions, maxConcurrent);
        var results = new BulkEvaluationItem[actions.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = maxConcurrent, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, actions.Count, limits, async (index, token) =>
            results[index] = await EvaluateAsync(index, actions[index], Transfer.Async, token).ConfigureAwait(false)).ConfigureAwait(false);
        return new() { Results = results };
    }

    /// <summary>One after the other, since the one thread that there is does the work.</summary>
    public BulkEvaluation Evaluate(IReadOnlyList<AgentAction> actions, CancellationToken cancellationToken)
    {
        Check(actions, maxConcurrent: 1);
        var results = new BulkEvaluationItem[actions.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = Transfer.Finish(EvaluateAsync(index, actions[index], Transfer.Blocking, cancellationToken));
        }

        return new() { Results = results };
    }

    private static void Check(IReadOnlyList<AgentAction> actions, int maxConcurrent)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var checks = default(FieldChecks);
        checks.Require(actions.Count <= AscendDefaults.MaxBulkActions, "actions", "must not be more than 50");
        checks.Require(maxConcurrent >= 1, "max_concurrent", "must be at least 1");
        checks.ThrowIfAny();
    }

    private async ValueTask<BulkEvaluationItem> EvaluateAsync(int index, AgentAction action, Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            var decision = await evaluator.EvaluateAsync(action, waitForDecision: false, null, transfer, cancellationToken).ConfigureAwait(false);
            return new() { Index = index, Action = action, Decision = decision };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Index = index, Action = action, Exception = exception };
        }
    }
}
