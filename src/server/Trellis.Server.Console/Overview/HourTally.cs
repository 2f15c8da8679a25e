namespace Trellis.Server.Console.Overview;

/// <summary>What happened in an hour.</summary>
/// <param name="Hour">When it began.</param>
internal sealed record HourTally(DateTimeOffset Hour)
{
    /// <summary>Actions that were allowed at once.</summary>
    public int Allowed { get; init; }

    /// <summary>Actions that had to wait for a person.</summary>
    public int Pending { get; init; }

    /// <summary>Actions that were denied.</summary>
    public int Denied { get; init; }

    /// <summary>What chats have cost, in billionths of a US dollar.</summary>
    public long NanoUsd { get; init; }

    /// <summary>All decisions.</summary>
    public int Decisions => Allowed + Pending + Denied;

    /// <summary>What chats have cost, in US dollars.</summary>
    public decimal Usd => NanoUsd / 1_000_000_000m;
}
