using Trellis.Server.Akshi.Agents.Declarative;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Metrics;

namespace Trellis.Server.Akshi.Agents;

/// <summary>
/// Runs one agent: tick after tick, never two at once, each within its time and its fuel. Whatever a tick does, it hurts no other agent: a
/// failure is logged and the agent started anew after a wait, until it has failed too often in a row (contract, sections 4.4 and 5.4).
/// Safe for concurrent use.
/// </summary>
internal sealed class AgentSupervisor : IDisposable
{
    // After its time a tick is told to end; one that does not is never waited for again, and the agent is given up.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // What every timer can wait; the loop looks at the clock again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly AgentCondition _condition;
    private readonly IAgentBody _body;
    private readonly IActivitySink _activities;
    private readonly RuntimeLog _log;
    private readonly RefusalReceipts _receipts;
    private readonly IRuntimeCounters _counters;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _noMoreTicks = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _loop = Task.CompletedTask;
    private string? _refusal;
    private int _failuresInARow;

    public AgentSupervisor(AgentConfiguration agent, IAgentBody body, AgentTools tools, TimeProvider time)
    {
        Agent = agent;
        _body = body;
        _activities = tools.Activities;
        _log = tools.Log;
        _receipts = tools.Receipts;
        _counters = tools.Counters;
        _time = time;
        _condition = new AgentCondition(agent, tools.Activities, time);
    }

    /// <summary>What the agent was made of.</summary>
    public AgentConfiguration Agent { get; }

    /// <summary>How it is.</summary>
    public AgentStatus Status => _condition.Read(_body.HeapBytes);

    /// <summary>Starts it; its first tick is now. An agent that is not enabled stays stopped.</summary>
    public void Start()
    {
        if (!Agent.IsEnabled)
        {
            _condition.Enter(AgentState.Stopped, "the agent is not enabled");
            return;
        }

        _log.Write(LogSeverity.Info, Agent.Name, "started");
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Shows that it cannot run, and why.</summary>
    public void GiveUp(string reason)
    {
        _condition.Enter(AgentState.Error, reason);
        _log.Write(LogSeverity.Error, Agent.Name, reason);
    }

    /// <summary>Lets a running tick end, for a short while, and stops.</summary>
    public async Task StopAsync()
    {
        await _noMoreTicks.CancelAsync();
        if (!await EndsWithinGraceAsync(_loop))
        {
            await _abort.CancelAsync();
            await EndsWithinGraceAsync(_loop);
        }

        _condition.Enter(AgentState.Stopped, null);
    }

    /// <summary>Frees what a stopped agent holds; its status can still be read. A tick that never ends keeps it.</summary>
    public void Dispose()
    {
        if (!_loop.IsCompleted)
            return;

        _noMoreTicks.Dispose();
        _abort.Dispose();
    }

    /// <summary>Stops without waiting for a running tick.</summary>
    public async Task AbortAsync()
    {
        await _abort.CancelAsync();
        await StopAsync();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var began = _time.GetTimestamp();
                var outcome = await TickAsync();
                if (outcome.IsLast)
                    return;

                await WaitAsync(outcome.Wait ?? Agent.TickInterval - _time.GetElapsedTime(began));
                _condition.ResumeIfResting();
            }
        }
        catch (OperationCanceledException) when (_noMoreTicks.IsCancellationRequested || _abort.IsCancellationRequested)
        {
            // Stopped between two ticks.
        }
    }

    private async Task<TickOutcome> TickAsync()
    {
        var runId = Guid.CreateVersion7(_time.GetUtcNow()).ToString();
        using var clock = new TickClock(Agent.TickTimeout, _time, _abort.Token);
        var tick = new Tick(Agent, new FuelTank(Agent.FuelLimit), clock);
        var began = _condition.Begin(tick.Fuel);
        _activities.Publish(new AgentActivity.RunStarted(Agent.Name, runId));

        var outcome = await JudgeAsync(tick);

        _condition.Enter(outcome.State, outcome.Reason, outcome.IsRestart);
        _counters.AddFuel(Agent.Name, tick.Fuel.Used);
        if (outcome.IsRestart)
            _counters.CountRestart(Agent.Name);
        _activities.Publish(new AgentActivity.RunFinished(Agent.Name, runId, _time.GetElapsedTime(began), outcome.Error));
        return outcome;
    }

    private async Task<TickOutcome> JudgeAsync(Tick tick)
    {
        var run = Task.Run(() => _body.RunAsync(tick));
        try
        {
            if (!await EndsInTimeAsync(run, tick.Clock))
                return Fatal("the tick did not end when its time was over, and the agent is given up");

            var notice = await run;
            if (_body.HeapBytes > (long)Agent.MemoryLimitMb << 20)
                throw AgentErrors.MemoryExceeded(Agent.MemoryLimitMb);

            (_failuresInARow, _refusal) = (0, null);
            return new TickOutcome(AgentState.Idle, notice, null);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            return new TickOutcome(AgentState.Stopped, null, "the agent was stopped") { IsLast = true };
        }
        catch (AgentException error) when (error.Problem is not AgentProblem.Trap)
        {
            await TellRefusalAsync(error);
            return error.Problem is AgentProblem.Refused
                ? new TickOutcome(AgentState.Idle, error.Message, error.Message)
                : new TickOutcome(AgentState.Stopped, error.Message, error.Message) { Wait = RestOf(error.Problem) };
        }
        catch (Exception error)
        {
            return Fail(error is OperationCanceledException && tick.Clock.IsExpired
                ? $"tick_timeout: the tick took longer than {Agent.TickTimeout.TotalSeconds:0} s"
                : error is AgentException ? error.Message : $"{error.GetType().Name}: {error.Message}");
        }
    }

    private TimeSpan RestOf(AgentProblem problem) =>
        problem is AgentProblem.DayBudget ? _time.GetUtcNow().UtcDateTime.Date.AddDays(1) - _time.GetUtcNow().UtcDateTime : TimeSpan.MaxValue;

    // Each tick may be refused the same: it is told once, until a tick goes well.
    private async Task TellRefusalAsync(AgentException refusal)
    {
        var isNew = _refusal != refusal.Message;
        (_failuresInARow, _refusal) = (0, refusal.Message);
        _log.Write(isNew ? LogSeverity.Warn : LogSeverity.Debug, Agent.Name, refusal.Message);
        if (isNew)
            await _receipts.RefusedAsync(Agent.Name, refusal);
    }

    private TickOutcome Fail(string reason)
    {
        if (_failuresInARow >= Agent.MaxRestarts)
            return Fatal($"given up after {_failuresInARow} restarts: {reason}");

        _failuresInARow++;
        _log.Write(LogSeverity.Error, Agent.Name, $"{reason}; it is started anew in {Agent.RestartBackoff.TotalSeconds:0} s");
        return new TickOutcome(AgentState.Idle, reason, reason) { IsRestart = true, Wait = Agent.RestartBackoff };
    }

    private TickOutcome Fatal(string reason)
    {
        _log.Write(LogSeverity.Error, Agent.Name, reason);
        return new TickOutcome(AgentState.Error, reason, reason) { IsLast = true };
    }

    private async Task<bool> EndsInTimeAsync(Task run, TickClock clock)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (clock.Token.Register(told.SetResult))
            await Task.WhenAny(run, told.Task);
        return run.IsCompleted || await EndsWithinGraceAsync(run);
    }

    private async Task<bool> EndsWithinGraceAsync(Task task)
    {
        await task.WaitAsync(Grace, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    private async Task WaitAsync(TimeSpan wait)
    {
        _noMoreTicks.Token.ThrowIfCancellationRequested();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_noMoreTicks.Token, _abort.Token);
        while (wait > TimeSpan.Zero)
        {
            var part = wait < LongestWait ? wait : LongestWait;
            await Task.Delay(part, _time, either.Token);
            if (wait != TimeSpan.MaxValue)
                wait -= part;
        }
    }
}
