namespace Trellis.Server.Ascend.Policies;

/// <summary>What a policy wants of an action that meets its conditions; from the most permissive to the most restrictive.</summary>
internal enum PolicyEffect
{
    /// <summary>Nothing against it.</summary>
    Allow,

    /// <summary>A person has to agree.</summary>
    RequireApproval,

    /// <summary>A person of a higher level has to agree.</summary>
    Escalate,

    /// <summary>It is denied.</summary>
    Deny,
}
