namespace Trellis.Cli.Akshi.Approvals;

/// <summary>Which approvals are listed.</summary>
internal enum ApprovalFilter
{
    /// <summary>Those that wait for somebody.</summary>
    Pending,

    /// <summary>Those that were decided, or ran out of time.</summary>
    Resolved,

    /// <summary>Both.</summary>
    All,
}
