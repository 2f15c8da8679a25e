using System.Collections.Concurrent;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Mcp;
using Trellis.Server.Ascend.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>What this server remembers of organisations, and how it notices that it is out of date. Safe for concurrent use.</summary>
internal sealed class GovernanceCache
{
    private readonly ConcurrentDictionary<long, GovernanceState> _states = new();

    /// <summary>What is remembered; null for nothing. It may be out of date.</summary>
    public GovernanceState? Find(long organisationId) => _states.GetValueOrDefault(organisationId);

    /// <summary>Forgets an organisation, so that the next request asks the store.</summary>
    public void Forget(long organisationId) => _states.TryRemove(organisationId, out _);

    /// <summary>What holds in the session's transaction. Call it before the transaction itself changes anything of it.</summary>
    public async ValueTask<GovernanceState> LoadAsync(ISqlSession session, long organisationId)
    {
        var row = await GovernanceTable.FindAsync(session, organisationId);
        if (_states.TryGetValue(organisationId, out var known) && known.IsOf(row))
            return known;

        var sameRegistry = known?.RegistryVersion == row.RegistryVersion ? known : null;
        var state = new GovernanceState
        {
            OrganisationId = organisationId,
            RulesVersion = row.RulesVersion,
            RegistryVersion = row.RegistryVersion,
            KillSwitch = row.KillSwitch,
            Rules = known?.RulesVersion == row.RulesVersion ? known.Rules : await GovernanceRulesLoader.LoadAsync(session, organisationId),
            Agents = sameRegistry?.Agents ?? new((inner, id) => AgentProfiles.FindAsync(inner, organisationId, id)),
            McpServers = sameRegistry?.McpServers ?? new((inner, name) => McpServerTable.FindAsync(inner, organisationId, name)),
            Keys = sameRegistry?.Keys ?? new(KeyTable.FindByHashAsync),
            Models = sameRegistry?.Models ?? new((inner, id) => ModelTable.FindStatusAsync(inner, organisationId, id)),
        };
        _states[organisationId] = state;
        return state;
    }
}
