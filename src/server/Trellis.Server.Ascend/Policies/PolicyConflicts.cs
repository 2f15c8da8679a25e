using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Policies;

/// <summary>
/// Finds policies that are at odds. Whether two can concern the same action is answered without missing any: regular expressions and
/// times are taken to overlap.
/// </summary>
internal static class PolicyConflicts
{
    /// <summary>The conflicts among the active policies, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<PolicyConflict> Find(IReadOnlyList<Policy> policies, int most = 500)
    {
        var conflicts = new List<PolicyConflict>();
        for (var one = 0; one < policies.Count; one++)
        {
            for (var other = one + 1; other < policies.Count; other++)
            {
                if (conflicts.Count >= most)
                    return conflicts;

                AddConflicts(conflicts, policies[one], policies[other]);
            }
        }

        return conflicts;
    }

    private static void AddConflicts(List<PolicyConflict> conflicts, Policy one, Policy other)
    {
        if (!one.IsActive || !other.IsActive || one.Effect == other.Effect || !MayConcernTheSame(one, other))
            return;

        if (one.Priority == other.Priority)
            conflicts.Add(new(PolicyConflictKind.PriorityTie, one, other));
        if ((one.Effect, other.Effect) is (PolicyEffect.Allow, PolicyEffect.Deny) or (PolicyEffect.Deny, PolicyEffect.Allow))
            conflicts.Add(new(PolicyConflictKind.EffectContradiction, one, other));
        if (one.Conditions.Json == other.Conditions.Json && one.Level == other.Level)
            conflicts.Add(new(PolicyConflictKind.ConditionAmbiguity, one, other));
        else if (NamesResources(one) && NamesResources(other))
            conflicts.Add(new(PolicyConflictKind.ResourceOverlap, one, other));
    }

    private static bool NamesResources(Policy policy) =>
        policy.Conditions.Texts.Any(static text => text.Field is RuleField.Resource or RuleField.ResourceType);

    private static bool MayConcernTheSame(Policy one, Policy another)
    {
        if (one.Level == another.Level && !string.Equals(one.Target, another.Target, StringComparison.OrdinalIgnoreCase))
            return false;

        PolicyConditions a = one.Conditions, b = another.Conditions;
        if (a.RiskAbove >= b.RiskBelow || b.RiskAbove >= a.RiskBelow)
            return false;

        foreach (var text in a.Texts)
        {
            // An action can involve several classes of data at once.
            if (text.Field is RuleField.DataClassification)
                continue;
            foreach (var other in b.Texts)
            {
                if (other.Field == text.Field && !text.MayOverlap(other))
                    return false;
            }
        }

        return true;
    }
}
