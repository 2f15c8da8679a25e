namespace Trellis.Server.Ascend.Policies;

/// <summary>Which of several policies that an action meets decides (contract, section 6.5).</summary>
internal enum ResolutionStrategy
{
    /// <summary>The one that demands the most. The default.</summary>
    MostRestrictive,

    /// <summary>The one that demands the least.</summary>
    MostPermissive,

    /// <summary>The one with the lowest priority number, whatever its level; of several, the one that demands the most.</summary>
    HighestPriority,

    /// <summary>The first: the organisation's before an agent type's before an agent's, then by priority, then the older one.</summary>
    FirstMatch,
}
