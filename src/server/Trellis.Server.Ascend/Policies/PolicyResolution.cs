namespace Trellis.Server.Ascend.Policies;

/// <summary>Finds the policies that decide among those that an action meets.</summary>
internal static class PolicyResolution
{
    /// <summary>
    /// The deciding policies, the chief one first; several only where the strictest decide and several demand the same. An escalation is
    /// joined by those that require approval, so that their approvers are asked too.
    /// </summary>
    /// <param name="matches">The policies that the action meets, in the order of <see cref="ResolutionStrategy.FirstMatch"/>.</param>
    /// <param name="strategy">Which of them decide.</param>
    public static IReadOnlyList<Policy> Deciding(IReadOnlyList<Policy> matches, ResolutionStrategy strategy)
    {
        if (matches.Count <= 1)
            return matches;

        return strategy switch
        {
            ResolutionStrategy.FirstMatch => [matches[0]],
            ResolutionStrategy.MostPermissive => [Best(matches, static (one, best) => one.Effect < best.Effect)],
            ResolutionStrategy.HighestPriority => [Best(matches, static (one, best) =>
                one.Priority < best.Priority || (one.Priority == best.Priority && one.Effect > best.Effect))],
            _ => Strictest(matches),
        };
    }

    private static Policy Best(IReadOnlyList<Policy> matches, Func<Policy, Policy, bool> isBetter)
    {
        var best = matches[0];
        for (var index = 1; index < matches.Count; index++)
        {
            if (isBetter(matches[index], best))
                best = matches[index];
        }

        return best;
    }

    private static List<Policy> Strictest(IReadOnlyList<Policy> matches)
    {
        var chief = Best(matches, static (one, best) => one.Effect > best.Effect || (one.Effect == best.Effect && one.Priority < best.Priority));
        var deciding = new List<Policy>(matches.Count) { chief };
        for (var index = 0; index < matches.Count; index++)
        {
            var policy = matches[index];
            if (!ReferenceEquals(policy, chief)
                && (policy.Effect == chief.Effect || (chief.Effect is PolicyEffect.Escalate && policy.Effect is PolicyEffect.RequireApproval)))
            {
                deciding.Add(policy);
            }
        }

        return deciding;
    }
}
