namespace Trellis.Ascend;

/// <summary>An alert. Contract section 2.14.</summary>
public sealed record Alert : AscendAnswer
{
    /// <summary>The alert.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Its kind, such as <c>supply_chain_cve</c>.</summary>
    public string? Type { get; init; }

    /// <summary>How bad it is.</summary>
    public string? Severity { get; init; }

    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>What the server says to a person.</summary>
    public string? Message { get; init; }

    /// <summary>How it stands.</summary>
    public string? Status { get; init; }

    /// <summary>Whether somebody has seen it.</summary>
    public bool? Acknowledged { get; init; }

    /// <summary>The action that raised it.</summary>
    public string? ActionId { get; init; }

    /// <summary>The agent that acted.</summary>
    public string? AgentId { get; init; }

    /// <summary>Since when it exists.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
