namespace Trellis.Server.Akshi.Metrics;

/// <inheritdoc cref="IRuntimeCounters"/>
internal sealed class RuntimeCounters : IRuntimeCounters
{
    public CounterFamily Restarts { get; } = new();

    public CounterFamily Inferences { get; } = new();

    public CounterFamily Fuel { get; } = new();

    public CounterFamily Envelopes { get; } = new();

    /// <inheritdoc/>
    public void CountRestart(string agent) => Restarts.Add(agent, 1);

    /// <inheritdoc/>
    public void CountInference(string route) => Inferences.Add(route, 1);

    /// <inheritdoc/>
    public void AddFuel(string agent, long amount) => Fuel.Add(agent, amount);

    /// <inheritdoc/>
    public void AddEnvelopes(string direction, long count) => Envelopes.Add(direction, count);
}
