using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Samples.GovernedAgent;

/// <summary>Asks before it pays, pays what it may, waits for people where it has to, and reports what came of it.</summary>
internal sealed class RefundAgent(AscendClient ascend, RefundLedger ledger, TimeSpan wait)
{
    private const int Concurrency = 8;

    /// <summary>
    /// Deals with all requests. After a cancellation nothing new is begun, and what was begun is finished: money is not left between the
    /// ledger and the report.
    /// </summary>
    public async Task<IReadOnlyCollection<Outcome>> RunAsync(IReadOnlyList<RefundRequest> requests, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentDictionary<string, Outcome>(requests.Select(static request =>
            KeyValuePair.Create(request.Id, new Outcome(request, Ending.NotReached))));
        try
        {
            await Parallel.ForEachAsync(requests, Parallelism(Concurrency, cancellationToken), async (request, token) =>
                outcomes[request.Id] = await EvaluateAsync(request, token));
            var pending = outcomes.Values.Where(static outcome => outcome.Ending == Ending.Pending).OrderBy(static o => o.Request.Id).ToList();
            PendingNotice.Print(pending, wait);
            if (wait > TimeSpan.Zero && pending.Count > 0)
            {
                // Waiting is cheap: everybody who waits may do so at once.
                await Parallel.ForEachAsync(pending, Parallelism(pending.Count, cancellationToken), async (outcome, token) =>
                    outcomes[outcome.Request.Id] = await WaitAndTellAsync(outcome, token));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("   Stopped. The same command takes up what is left.");
        }

        return [.. outcomes.Values];
    }

    private static ParallelOptions Parallelism(int degree, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken };

    private async Task<Outcome> EvaluateAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var decision = await ascend.EvaluateActionAsync(RefundAction.Of(request), waitForDecision: false, cancellationToken: cancellationToken);
            return await ConcludeAsync(request, decision, Ending.Refunded, Ending.Denied);
        }
        catch (AscendException e)
        {
            return new(request, Ending.NotEvaluated, Note: e.Message);
        }
    }

    private async Task<Outcome> WaitAndTellAsync(Outcome pending, CancellationToken cancellationToken)
    {
        var outcome = await WaitAsync(pending, cancellationToken);
        if (outcome.Ending != Ending.Pending)
        {
            Console.WriteLine($"   {outcome.Request.Id}: {OutcomeTable.Words(outcome.Ending)}");
        }

        return outcome;
    }

    private async Task<Outcome> WaitAsync(Outcome pending, CancellationToken cancellationToken)
    {
        try
        {
            var decision = await ascend.WaitForDecisionAsync(pending.ActionId!, wait, cancellationToken);
            return await ConcludeAsync(pending.Request, decision, Ending.Approved, Ending.Rejected);
        }
        catch (AscendTimeoutException e) when (e.PendingDecision is not null)
        {
            return pending;
        }
        catch (AscendException e)
        {
            return pending with { Note = e.Message };
        }
    }

    private async Task<Outcome> ConcludeAsync(RefundRequest request, AuthorizationDecision decision, Ending allowed, Ending denied)
    {
        if (decision.Decision == Decision.Pending)
        {
            return new(request, Ending.Pending, decision.ActionId, decision.Reason);
        }

        return decision is { Decision: Decision.Allowed, ExecutionAllowed: true }
            ? await ExecuteAsync(request, decision.ActionId, allowed)
            : new(request, denied, decision.ActionId, decision.Comments ?? decision.Reason);
    }

    private async Task<Outcome> ExecuteAsync(RefundRequest request, string actionId, Ending ending)
    {
        try
        {
            var isNew = !ledger.Has(request.Id);
            if (isNew) ledger.Book(request, actionId);
            await ascend.LogActionCompletedAsync(actionId, new JsonObject { ["request_id"] = request.Id, ["paid_eur"] = request.Euros });
            return new(request, isNew ? ending : Ending.AlreadyRefunded, actionId);
        }
        catch (RefundException e)
        {
            await ascend.LogActionFailedAsync(actionId, e.Message);
            return new(request, Ending.Failed, actionId, e.Message);
        }
    }
}
