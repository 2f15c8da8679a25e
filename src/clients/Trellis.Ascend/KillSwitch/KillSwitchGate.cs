using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Trellis.Ascend;

/// <summary>
/// What the client knows about the kill switch: what it read of the organisation's, and what it was told of its agent and of MCP servers.
/// Contract section 6.8. Safe for concurrent use.
/// </summary>
internal sealed class KillSwitchGate
{
    private readonly ConcurrentDictionary<string, string> _servers = new(StringComparer.OrdinalIgnoreCase);
    private volatile string? _organizationReason;
    private volatile string? _agentReason;

    /// <summary>Why nothing may be done; <see langword="null"/> while something may.</summary>
    public string? Reason => _organizationReason ?? _agentReason;

    /// <summary>Blocks or, with <see langword="null"/>, unblocks the organisation.</summary>
    public void SetOrganization(string? reason) => _organizationReason = reason;

    /// <summary>Blocks or, with <see langword="null"/>, unblocks the agent. The organisation's switch stays as it is.</summary>
    public void SetAgent(string? reason) => _agentReason = reason;

    /// <summary>Blocks or, with <see langword="null"/>, unblocks an MCP server.</summary>
    public void SetServer(string name, string? reason)
    {
        if (reason is null)
        {
            _servers.TryRemove(name, out _);
        }
        else
        {
            _servers[name] = reason;
        }
    }

    /// <summary>Whether an MCP server is blocked, and why.</summary>
    public bool IsServerBlocked(string name, [NotNullWhen(true)] out string? reason) => _servers.TryGetValue(name.Trim(), out reason);

    /// <summary>Refuses everything while the kill switch is on.</summary>
    /// <param name="mcpServer">The MCP server that is to be used; <see langword="null"/> for none.</param>
    /// <exception cref="AscendKillSwitchException">It is.</exception>
    public void ThrowIfBlocked(string? mcpServer = null)
    {
        if (Reason is { } reason)
        {
            throw new AscendKillSwitchException($"The kill switch is on, so no action is evaluated: {FailureText.Sentence(reason)}", reason);
        }

        if (mcpServer is not null && IsServerBlocked(mcpServer, out reason))
        {
            throw new AscendKillSwitchException(
                $"The MCP server '{mcpServer}' is blocked, so no action on it is evaluated: {FailureText.Sentence(reason)}", reason);
        }
    }
}
