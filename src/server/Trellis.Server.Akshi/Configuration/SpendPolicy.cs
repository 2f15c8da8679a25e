namespace Trellis.Server.Akshi.Configuration;

/// <summary>What an agent may spend (contract, section 5.7). An agent without a policy may spend nothing.</summary>
internal sealed record SpendPolicy
{
    /// <summary>The most of one day (UTC), in US dollars; 0 for no limit.</summary>
    public decimal MaxDailyUsd { get; init; }

    /// <summary>The most of all days together; null for no limit.</summary>
    public decimal? BudgetCapUsd { get; init; }

    /// <summary>The most of one action; null for no limit.</summary>
    public decimal? PerActionUsd { get; init; }

    /// <summary>From which part of the day's budget on the log warns, in percent; null for never.</summary>
    public int? AlertPercent { get; init; }

    /// <summary>The ways of paying that are allowed.</summary>
    public IReadOnlyList<string> AllowedRails { get; init; } = [];

    /// <summary>Whether payments are only pretended.</summary>
    public bool IsSimulation { get; init; }
}
