using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Events;

namespace Trellis.Server.Akshi.Agents;

/// <summary>How an agent is, as its supervisor writes it and everybody reads it; each change is told to who watches. Safe for concurrent use.</summary>
internal sealed class AgentCondition(AgentConfiguration agent, IActivitySink activities, TimeProvider time)
{
    private readonly Lock _lock = new();
    private AgentState _state = AgentState.Idle;
    private string? _reason;
    private long _started = time.GetTimestamp();
    private long? _active;
    private int _restarts;
    private FuelTank? _fuel;

    /// <summary>What it is now.</summary>
    public AgentStatus Read(long heapBytes)
    {
        lock (_lock)
        {
            return new AgentStatus(
                agent.Name,
                _state,
                time.GetElapsedTime(_started),
                _active is { } active ? time.GetElapsedTime(active) : null,
                _restarts,
                heapBytes,
                _fuel is null ? agent.FuelLimit : _fuel.Remaining,
                _reason);
        }
    }

    /// <summary>A tick begins.</summary>
    /// <returns>When.</returns>
    public long Begin(FuelTank fuel)
    {
        var now = time.GetTimestamp();
        lock (_lock)
            (_state, _active, _fuel) = (AgentState.Running, now, fuel);
        Tell();
        return now;
    }

    /// <summary>It does something else now.</summary>
    public void Enter(AgentState state, string? reason, bool isRestart = false)
    {
        lock (_lock)
        {
            // Who stops an agent in error does not hide what happened.
            if (_state is AgentState.Error && state is AgentState.Stopped)
                return;

            if (_state is AgentState.Running)
                _active = time.GetTimestamp();
            (_state, _reason) = (state, reason);
            if (isRestart)
                (_restarts, _started) = (_restarts + 1, time.GetTimestamp());
        }

        Tell();
    }

    /// <summary>A rest is over.</summary>
    public void ResumeIfResting()
    {
        lock (_lock)
        {
            if (_state is not AgentState.Stopped)
                return;
            (_state, _reason) = (AgentState.Idle, null);
        }

        Tell();
    }

    private void Tell() => activities.Publish(new AgentActivity.StatusChanged(agent.Name));
}
