namespace Trellis.Server.Ascend.Policies;

/// <summary>Two policies that are at odds.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="One">The one that is read first.</param>
/// <param name="Other">The other.</param>
internal sealed record PolicyConflict(PolicyConflictKind Kind, Policy One, Policy Other)
{
    /// <summary>The word for the kind on the wire.</summary>
    public string KindName => Kind switch
    {
        PolicyConflictKind.PriorityTie => "PRIORITY_TIE",
        PolicyConflictKind.EffectContradiction => "EFFECT_CONTRADICTION",
        PolicyConflictKind.ResourceOverlap => "RESOURCE_OVERLAP",
        _ => "CONDITION_AMBIGUITY",
    };

    /// <summary>What is at odds, in a sentence.</summary>
    public string Description => Kind switch
    {
        PolicyConflictKind.PriorityTie =>
            FormattableString.Invariant($"'{One.Name}' and '{Other.Name}' can concern the same action, both have priority {One.Priority} and want different things."),
        PolicyConflictKind.EffectContradiction =>
            $"'{Allowing.Name}' allows actions that '{Blocking.Name}' blocks.",
        PolicyConflictKind.ResourceOverlap =>
            $"'{One.Name}' and '{Other.Name}' name resources that overlap and want different things.",
        _ => $"'{One.Name}' and '{Other.Name}' have the same conditions and want different things.",
    };

    private Policy Allowing => One.Effect is PolicyEffect.Allow ? One : Other;

    private Policy Blocking => One.Effect is PolicyEffect.Allow ? Other : One;
}
