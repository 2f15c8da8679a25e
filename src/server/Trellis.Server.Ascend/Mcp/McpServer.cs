namespace Trellis.Server.Ascend.Mcp;

/// <summary>An MCP server that agents may call tools of, once it is active (contract, section 2.12).</summary>
internal sealed record McpServer
{
    public required long OrganisationId { get; init; }

    public required string Name { get; init; }

    /// <summary>Its number within the organisation, by which a topology names it.</summary>
    public long Number { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>Why it was deactivated.</summary>
    public string? InactiveReason { get; init; }

    /// <summary>Why a command blocks it; null when none does.</summary>
    public string? BlockedReason { get; init; }

    public required McpServerSettings Settings { get; init; }

    public required string RegisteredBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The word for its state.</summary>
    public string Status => this switch
    {
        { BlockedReason: not null } => "blocked",
        { IsActive: true } => "active",
        _ => "inactive",
    };
}
