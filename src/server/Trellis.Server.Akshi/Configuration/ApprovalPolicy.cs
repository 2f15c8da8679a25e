namespace Trellis.Server.Akshi.Configuration;

/// <summary>For what an agent asks a person first (contract, section 4.6).</summary>
internal sealed record ApprovalPolicy
{
    /// <summary>The capabilities, by canonical names; the tools of MCP servers by name or glob.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Whether the agent may change anything outside of itself.</summary>
    public bool AllowsMutation { get; init; } = true;

    /// <summary>Whether a capability needs a person.</summary>
    public bool Asks(string capability) => Required.Contains(capability, StringComparer.Ordinal) || Required.Contains("*", StringComparer.Ordinal);
}
