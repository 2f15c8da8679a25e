namespace Trellis.Server.Ascend.Policies;

/// <summary>In which way two policies are at odds (contract, section 6.5).</summary>
internal enum PolicyConflictKind
{
    /// <summary>The same action can meet both, they want different things, and neither has the higher priority.</summary>
    PriorityTie,

    /// <summary>The same action can meet both, and one allows what the other blocks.</summary>
    EffectContradiction,

    /// <summary>They name different resources that overlap, and want different things.</summary>
    ResourceOverlap,

    /// <summary>They have the same conditions and want different things, so that nothing but priority and strategy tells them apart.</summary>
    ConditionAmbiguity,
}
