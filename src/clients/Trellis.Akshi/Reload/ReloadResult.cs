namespace Trellis.Akshi;

/// <summary>What a reload changed. Contract section 2.9.</summary>
public sealed record ReloadResult : AkshiAnswer
{
    /// <summary>Whether it was done.</summary>
    public bool? Ok { get; init; }

    /// <summary>The agents that are new. Never null.</summary>
    public IReadOnlyList<string> Reloaded { get; init => field = value ?? []; } = [];

    /// <summary>The agents that are as they were. Never null.</summary>
    public IReadOnlyList<string> Unchanged { get; init => field = value ?? []; } = [];

    /// <summary>The agents that were not there. Never null.</summary>
    public IReadOnlyList<string> Added { get; init => field = value ?? []; } = [];

    /// <summary>The agents that are gone. Never null.</summary>
    public IReadOnlyList<string> Removed { get; init => field = value ?? []; } = [];

    /// <summary>The keys whose change needs a restart. Never null.</summary>
    public IReadOnlyList<string> RequiresRestart { get; init => field = value ?? []; } = [];

    /// <summary>What went wrong. Never null.</summary>
    public IReadOnlyList<string> Errors { get; init => field = value ?? []; } = [];
}
