namespace Trellis.Server.Console.Keys.Askii;

/// <summary>A key as Askii lists it.</summary>
internal sealed record AskiiKey
{
    /// <summary>What tells it from the person's other keys.</summary>
    public required string KeyName { get; init; }

    /// <summary>The person's own name for it.</summary>
    public string? KeyAlias { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>What it has spent, in US dollars.</summary>
    public decimal Spend { get; init; }

    /// <summary>The most that it may spend, in US dollars; null for no limit.</summary>
    public decimal? MaxBudget { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool? Blocked { get; init; }

    /// <summary>The models that it opens; none means all.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The model of chats that name none.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>Its state as a word.</summary>
    public string StateAt(DateTimeOffset now) => Blocked is true ? "blocked" : Expires <= now ? "expired" : "active";

    /// <summary>The colour of the share that is spent.</summary>
    public string Tone => MaxBudget is not { } budget || Spend < budget * 0.75m ? "good" : Spend < budget ? "wait" : "bad";
}
