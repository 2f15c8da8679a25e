using Trellis.Server.Akshi.Events;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Keeps what agents tell, and wakes who waits for it.</summary>
internal sealed class RecordingSink : IActivitySink
{
    private readonly Lock _lock = new();
    private readonly List<AgentActivity> _activities = [];
    private readonly List<(Func<List<AgentActivity>, bool> Condition, TaskCompletionSource Done)> _waits = [];

    /// <summary>Who is told it too, before anybody is woken; null for nobody.</summary>
    public IActivitySink? Next { get; set; }

    public IReadOnlyList<AgentActivity> Of(string agent)
    {
        lock (_lock)
            return [.. _activities.Where(activity => activity.Agent == agent)];
    }

    public IReadOnlyList<AgentActivity.RunFinished> Runs(string agent) => [.. Of(agent).OfType<AgentActivity.RunFinished>()];

    public void Publish(AgentActivity activity)
    {
        Next?.Publish(activity);
        lock (_lock)
        {
            _activities.Add(activity);
            foreach (var (_, done) in _waits.Where(wait => wait.Condition(_activities)))
                done.TrySetResult();
        }
    }

    /// <summary>Waits until an agent has ended so many ticks.</summary>
    public Task WaitForRunsAsync(string agent, int count) =>
        WaitAsync(activities => activities.OfType<AgentActivity.RunFinished>().Count(run => run.Agent == agent) >= count);

    /// <summary>Waits until an agent has begun so many ticks.</summary>
    public Task WaitForStartsAsync(string agent, int count) =>
        WaitAsync(activities => activities.OfType<AgentActivity.RunStarted>().Count(run => run.Agent == agent) >= count);

    private async Task WaitAsync(Func<List<AgentActivity>, bool> condition)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (condition(_activities))
                return;
            _waits.Add((condition, done));
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(60), AkshiServer.Cancellation);
    }
}
