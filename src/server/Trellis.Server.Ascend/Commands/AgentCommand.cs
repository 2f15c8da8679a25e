namespace Trellis.Server.Ascend.Commands;

/// <summary>An order to one agent or to all of an organisation (contract, section 2.10).</summary>
internal sealed record AgentCommand
{
    public required long OrganisationId { get; init; }

    /// <summary>A UUID.</summary>
    public required string CommandId { get; init; }

    /// <summary>To whom; null for all.</summary>
    public string? AgentId { get; init; }

    /// <summary>What to do: <see cref="CommandTypes.Block"/>, <see cref="CommandTypes.Unblock"/>, or a word that only agents know.</summary>
    public required string CommandType { get; init; }

    /// <summary>With what: <see cref="CommandTypes.Agent"/> or <see cref="CommandTypes.McpServer"/>.</summary>
    public required string TargetType { get; init; }

    /// <summary>With which MCP server.</summary>
    public string? McpServer { get; init; }

    public required string Reason { get; init; }

    /// <summary>An object, as JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>By actor id.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>Through what it was given.</summary>
    public required string IssuedVia { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when agents are told of it. What it changed here stays.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
