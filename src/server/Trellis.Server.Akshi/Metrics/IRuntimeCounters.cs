namespace Trellis.Server.Akshi.Metrics;

/// <summary>What the parts of the runtime count for the metrics (contract, section 2.2). Since the start of the process. Safe for concurrent use.</summary>
internal interface IRuntimeCounters
{
    /// <summary>An agent was started anew after a failure.</summary>
    void CountRestart(string agent);

    /// <summary>A question went to a model.</summary>
    /// <param name="route"><c>local</c> or <c>cloud</c>.</param>
    void CountInference(string route);

    /// <summary>An agent has used fuel.</summary>
    void AddFuel(string agent, long amount);

    /// <summary>Journal envelopes came or went.</summary>
    /// <param name="direction"><c>sent</c> or <c>received</c>.</param>
    /// <param name="count">How many.</param>
    void AddEnvelopes(string direction, long count);
}
