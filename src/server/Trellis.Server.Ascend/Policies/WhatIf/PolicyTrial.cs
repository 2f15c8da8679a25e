using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Governance.Settings;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Ascend.SmartRules;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>
/// Tries a policy that is not saved against the last actions: what would be decided about them today, without it and with it. Nothing is
/// kept, and nobody is told.
/// </summary>
internal sealed class PolicyTrial(IStore store, GovernanceCache cache)
{
    private const int UsualActions = 50;
    private const int MostActions = 500;

    /// <summary>Tries a policy. One with a <c>policy_id</c> stands in the place of the policy that has it.</summary>
    public async ValueTask<JsonAnswer> TryAsync(AscendCall call)
    {
        var errors = new FieldErrors();
        var body = new Fields(call.Body) { Errors = errors };
        var replaced = body.OptionalInteger("policy_id", 1, long.MaxValue);
        var limit = (int)(body.OptionalInteger("limit", 1, MostActions) ?? UsualActions);
        var draft = body.Object("policy");
        if (!body.Has("policy"))
            errors.Add("policy", "is required");
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var policyErrors = new FieldErrors();
        var policy = PolicyReader.Read(draft, replaced ?? long.MaxValue, policyErrors);
        if (!policyErrors.IsEmpty)
            return AscendErrors.Invalid(policyErrors);

        return await store.ReadAsync<JsonAnswer>(
            async session =>
            {
                if (replaced is { } id && await RuleTable.FindAsync(session, call.OrganisationId, PolicyKind.Instance, id) is null)
                    return AscendErrors.NotFound(PolicyKind.Instance.Title);

                var results = await JudgeAsync(session, call.OrganisationId, policy, limit);
                return Answer.Ok(json => PolicyTrialJson.WriteMembers(json, results));
            },
            call.Aborted);
    }

    private async ValueTask<IReadOnlyList<PolicyTrialResult>> JudgeAsync(ISqlSession session, long organisationId, Policy policy, int limit)
    {
        // What stops everything says nothing of the policy.
        var without = (await cache.LoadAsync(session, organisationId)).With(killSwitch: null);
        var with = without.With(without.Rules with { Compiled = await CompileAsync(session, organisationId, policy) });
        var results = new List<PolicyTrialResult>();
        foreach (var action in await ActionTable.ListAsync(session, organisationId, new ActionFilter(null, null, limit, 0)))
        {
            var request = RecalledAction.Read(action);
            var circumstances = await Circumstances.LoadAsync(session, without, request);
            var proposed = RecalledAction.Propose(action, circumstances.Agent);
            results.Add(new PolicyTrialResult(
                action, Judge.Of(circumstances, proposed), Judge.Of(circumstances with { State = with }, proposed), policy.Id));
        }

        return results;
    }

    private static async ValueTask<CompiledRules> CompileAsync(ISqlSession session, long organisationId, Policy policy)
    {
        var policies = await RuleTable.AllAsync(session, organisationId, PolicyKind.Instance);
        var smartRules = await RuleTable.AllAsync(session, organisationId, SmartRuleKind.Instance);
        var settings = await SettingsTable.FindAsync(session, organisationId);
        return CompiledRules.Compile(
            policies.Select(static stored => stored.Rule).Where(other => other.Id != policy.Id).Append(policy),
            smartRules.Select(static stored => stored.Rule),
            settings.Strategy);
    }
}
