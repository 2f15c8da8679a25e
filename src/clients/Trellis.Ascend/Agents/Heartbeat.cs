namespace Trellis.Ascend;

/// <summary>What an agent says about itself with a heartbeat. Contract section 2.10. Members that are <see langword="null"/> are not sent.</summary>
public sealed record Heartbeat
{
    /// <summary>How long it takes to answer, in milliseconds.</summary>
    public double? ResponseTimeMs { get; init; }

    /// <summary>The share of its actions that fail, from 0 to 1.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>How many requests it has handled.</summary>
    public long? RequestsCount { get; init; }
}
