namespace Trellis.Server.Kernel.Faults;

/// <summary>Decides for each request whether a fault befalls it. Safe for concurrent use.</summary>
public sealed class FaultInjector
{
    private volatile State _state;

    /// <summary>Creates an injector.</summary>
    public FaultInjector(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _state = new State(plan);
    }

    /// <summary>The plan in force. Setting one, also the same again, begins anew: nothing is used up and the draws start over.</summary>
    public FaultPlan Plan
    {
        get => _state.Plan;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _state = new State(value);
        }
    }

    /// <summary>The fault that befalls a request.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path, without the query string.</param>
    /// <param name="index">The position of the rule in the plan; -1 when there is none.</param>
    /// <returns>The rule; null when nothing befalls it.</returns>
    public FaultRule? Next(string method, string path, out int index)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        var state = _state;
        for (index = 0; index < state.Plan.Rules.Count; index++)
        {
            if (state.Plan.Rules[index].Route.Matches(method, path) && state.Befalls(index))
            {
                return state.Plan.Rules[index];
            }
        }

        index = -1;
        return null;
    }

    private sealed class State(FaultPlan plan)
    {
        private readonly long[] _draws = new long[plan.Rules.Count];
        private readonly long[] _uses = new long[plan.Rules.Count];

        public FaultPlan Plan => plan;

        public bool Befalls(int index)
        {
            var rule = plan.Rules[index];
            if (rule.Times is { } times && Volatile.Read(ref _uses[index]) >= times)
            {
                return false;
            }

            var draw = Interlocked.Increment(ref _draws[index]);
            return FaultDraw.Of(plan.Seed, index, draw) < rule.Probability
                && (rule.Times is null || Interlocked.Increment(ref _uses[index]) <= rule.Times);
        }
    }
}
