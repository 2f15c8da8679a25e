namespace Trellis.Server.Akshi.Approvals;

/// <summary>How an agent's question was answered.</summary>
internal enum ApprovalAnswerKind
{
    /// <summary>A person allowed it.</summary>
    Approved,

    /// <summary>A person refused: the agent sees <c>approval_denied</c>.</summary>
    Denied,

    /// <summary>Nobody answered in time: the agent sees <c>approval_timeout</c>.</summary>
    TimedOut,
}
