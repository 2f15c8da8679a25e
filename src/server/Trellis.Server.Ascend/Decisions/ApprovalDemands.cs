using Trellis.Server.Ascend.Policies;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>What the deciding policies demand of an approval. Where several do, the strictest demand counts.</summary>
internal static class ApprovalDemands
{
    /// <summary>Adds the demands to a decision that waits for a person.</summary>
    public static Decision Add(Decision decision, DecisionInput input)
    {
        var approvers = new List<string>();
        var conditions = new List<string>();
        int? minApprovers = null;
        TimeSpan? timeout = null;
        bool escalates = false, needsJustification = false;
        foreach (var policy in input.Rules.Deciding)
        {
            if (policy.Effect is not (PolicyEffect.RequireApproval or PolicyEffect.Escalate))
                continue;

            var demands = policy.Parameters;
            if (policy.Effect is PolicyEffect.Escalate && demands.EscalateTo is { } target)
                AddOnce(approvers, target);
            foreach (var approver in demands.Approvers)
                AddOnce(approvers, approver);
            minApprovers = minApprovers > demands.MinApprovers ? minApprovers : demands.MinApprovers ?? minApprovers;
            timeout = timeout < demands.Timeout ? timeout : demands.Timeout ?? timeout;
            escalates |= demands.EscalateOnTimeout;
            needsJustification |= demands.RequireJustification;
        }

        var needsMfa = input.RiskScore > input.Thresholds.RequiresMfaAbove;
        if (needsMfa)
            conditions.Add("mfa_required");
        if (needsJustification)
            conditions.Add("justification_required");

        return decision with
        {
            Conditions = conditions,
            RequiredApprovers = approvers,
            MinApprovers = minApprovers,
            ApprovalTimeout = timeout,
            EscalateOnTimeout = escalates,
            RequiresMfa = needsMfa,
        };
    }

    private static void AddOnce(List<string> list, string item)
    {
        if (!list.Contains(item))
            list.Add(item);
    }
}
