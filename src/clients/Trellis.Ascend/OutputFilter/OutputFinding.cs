namespace Trellis.Ascend;

/// <summary>Something that must not stand in an answer. Contract section 2.14.</summary>
public sealed record OutputFinding : AscendAnswer
{
    /// <summary>The finding.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public string? Category { get; init; }

    /// <summary>How bad it is.</summary>
    public string? Severity { get; init; }

    /// <summary>What found it.</summary>
    public string? Pattern { get; init; }

    /// <summary>Where it begins.</summary>
    public int? Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int? End { get; init; }

    /// <summary>The action whose answer it stood in.</summary>
    public string? ActionId { get; init; }

    /// <summary>The agent that acted.</summary>
    public string? AgentId { get; init; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
