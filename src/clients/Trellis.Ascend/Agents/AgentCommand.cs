using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>A command for an agent. Contract section 2.10.</summary>
public sealed record AgentCommand : AscendAnswer
{
    /// <summary>The command.</summary>
    public string CommandId { get; init => field = value ?? ""; } = "";

    /// <summary>What to do: <c>BLOCK</c>, <c>UNBLOCK</c>, or a word of the server's own.</summary>
    public string? CommandType { get; init; }

    /// <summary>To what: <c>agent</c> or <c>mcp_server</c>.</summary>
    public string? TargetType { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>More about it.</summary>
    public JsonNode? Parameters { get; init; }

    /// <summary><c>pending</c>, <c>delivered</c> or <c>acknowledged</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Who gave it.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>How.</summary>
    public string? IssuedVia { get; init; }

    /// <summary>Since when it exists.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it is for all agents.</summary>
    public bool? IsBroadcast { get; init; }
}
