using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Mcp;

namespace Trellis.Server.Ascend.Governance;

/// <summary>What holds in an organisation at one moment, as its decisions need it. Safe for concurrent use.</summary>
internal sealed class GovernanceState
{
    public required long OrganisationId { get; init; }

    /// <summary>The mark of policies, rules and settings.</summary>
    public required long RulesVersion { get; init; }

    /// <summary>The mark of agents, keys, MCP servers, models and kill switches.</summary>
    public required long RegistryVersion { get; init; }

    /// <summary>Why everything is stopped; null when it is not.</summary>
    public required KillSwitch? KillSwitch { get; init; }

    /// <summary>By what it judges.</summary>
    public required GovernanceRules Rules { get; init; }

    /// <summary>The agents, by their own id; one that is not registered has the defaults.</summary>
    public required Lookup<AgentProfile> Agents { get; init; }

    /// <summary>The MCP servers, by name; null for one that is not registered.</summary>
    public required Lookup<McpServer?> McpServers { get; init; }

    /// <summary>The keys, by hash.</summary>
    public required Lookup<AscendKey?> Keys { get; init; }

    /// <summary>How far models are approved, by their id or number; null for one that is not registered.</summary>
    public required Lookup<string?> Models { get; init; }

    /// <summary>Whether it is what the store says now.</summary>
    public bool IsOf(GovernanceRow row) => RulesVersion == row.RulesVersion && RegistryVersion == row.RegistryVersion;

    /// <summary>The same with other rules, to be tried out and not to be remembered.</summary>
    public GovernanceState With(GovernanceRules rules) => Copy(KillSwitch, rules);

    /// <summary>The same with another kill switch, to be tried out and not to be remembered.</summary>
    public GovernanceState With(KillSwitch? killSwitch) => Copy(killSwitch, Rules);

    private GovernanceState Copy(KillSwitch? killSwitch, GovernanceRules rules) => new()
    {
        OrganisationId = OrganisationId,
        RulesVersion = RulesVersion,
        RegistryVersion = RegistryVersion,
        KillSwitch = killSwitch,
        Rules = rules,
        Agents = Agents,
        McpServers = McpServers,
        Keys = Keys,
        Models = Models,
    };
}
