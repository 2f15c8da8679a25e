using System.Collections.Concurrent;
using System.Text.Json;
using Trellis.Akshi;

namespace Trellis.Samples.LogWatch;

/// <summary>Follows the runtime's events: which agents have run, and when somebody has to decide.</summary>
internal sealed class RunWatch(AkshiClient akshi, Operator person)
{
    private const string ApprovalsPath = "/approvals_pending";

    private readonly Dictionary<string, long> _started = [];
    private readonly ConcurrentDictionary<string, long> _finished = [];
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly Changes _changes = new();

    /// <summary>Runs that failed or were refused, and why.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Follows the events until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var happened in akshi.Events.StreamAguiAsync(cancellationToken: cancellationToken))
        {
            if (happened.Type == AguiEventType.RunStarted) _started[happened.RunId!] = happened.Timestamp ?? 0;
            else if (happened.Type == AguiEventType.RunFinished) Finish(happened);
            else if (happened.Type == AguiEventType.StateSnapshot || TellsOfApprovals(happened)) await person.DecideAsync(cancellationToken);
        }
    }

    /// <summary>Waits until each agent has ended a run that began after a moment.</summary>
    public Task WaitForRunsAsync(IReadOnlyCollection<string> agents, DateTimeOffset moment, CancellationToken cancellationToken) =>
        _changes.WaitUntilAsync(
            () => agents.All(agent => _finished.TryGetValue(agent, out var started) && started > moment.ToUnixTimeMilliseconds()), cancellationToken);

    // A run whose beginning was before the connection has no known beginning, and does not count.
    private void Finish(AguiEvent run)
    {
        if (run.Outcome == "error") _failures.Enqueue($"{run.Agent}: {run.Error}");
        if (_started.Remove(run.RunId!, out var started)) _finished[run.Agent!] = started;
        _changes.Tell();
    }

    private static bool TellsOfApprovals(AguiEvent happened) =>
        happened.Type == AguiEventType.StateDelta
        && happened.Delta is { ValueKind: JsonValueKind.Array } delta
        && delta.EnumerateArray().Any(static change => change.TryGetProperty("path", out var path) && path.ValueEquals(ApprovalsPath));
}
