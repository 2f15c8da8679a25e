namespace Trellis.Server.Ascend.Heartbeats;

/// <summary>The last sign of life of an agent (contract, sections 2.10 and 6.9).</summary>
internal sealed record Heartbeat
{
    /// <summary>How far apart they are.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    // One that is under way when somebody looks has not been missed.
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(5);
    private const int MissedUntilOffline = 3;

    public required string AgentId { get; init; }

    /// <summary>Since when they have come without a longer gap.</summary>
    public required DateTimeOffset UpSince { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? SdkVersion { get; init; }

    public double? ResponseTimeMs { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double? ErrorRate { get; init; }

    public long? RequestsCount { get; init; }

    /// <summary>How many should have come since.</summary>
    public long Missed(DateTimeOffset now)
    {
        var age = now - At;
        return age < Interval + Allowance ? 0 : (long)(age / Interval);
    }

    /// <summary>Whether the agent counts as gone.</summary>
    public bool IsOffline(DateTimeOffset now) => Missed(now) >= MissedUntilOffline;

    /// <summary>The word for how it is.</summary>
    public string StatusAt(DateTimeOffset now) => Missed(now) switch
    {
        0 => "online",
        < MissedUntilOffline => "degraded",
        _ => "offline",
    };
}
