using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Governance.Settings;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Ascend.Signing;
using Trellis.Server.Ascend.SmartRules;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>Reads and compiles what an organisation judges by.</summary>
internal static class GovernanceRulesLoader
{
    /// <summary>What holds in the session's transaction.</summary>
    public static async ValueTask<GovernanceRules> LoadAsync(ISqlSession session, long organisationId)
    {
        var settings = await SettingsTable.FindAsync(session, organisationId);
        var policies = await RuleTable.AllAsync(session, organisationId, PolicyKind.Instance);
        var smartRules = await RuleTable.AllAsync(session, organisationId, SmartRuleKind.Instance);
        return new GovernanceRules
        {
            Compiled = CompiledRules.Compile(
                policies.Select(static stored => stored.Rule), smartRules.Select(static stored => stored.Rule), settings.Strategy),
            Decisions = settings.Decisions,
            Profile = settings.Profile,
            ShadowThresholds = settings.ShadowThresholds,
            RequireActiveAgent = settings.RequireActiveAgent,
            Signing = await SigningTable.FindAsync(session, organisationId),
            Workflows = await WorkflowTable.LoadAsync(session, organisationId),
        };
    }
}
