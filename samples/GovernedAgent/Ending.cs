namespace Trellis.Samples.GovernedAgent;

/// <summary>What became of a request, in the order of the table.</summary>
internal enum Ending
{
    /// <summary>Paid back, with no person asked.</summary>
    Refunded,

    /// <summary>Paid back, after a person approved it.</summary>
    Approved,

    /// <summary>An earlier run paid it back.</summary>
    AlreadyRefunded,

    /// <summary>A policy denied it.</summary>
    Denied,

    /// <summary>A person rejected it, or nobody decided before the approval expired.</summary>
    Rejected,

    /// <summary>Allowed, but the ledger refused it.</summary>
    Failed,

    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>It could not be evaluated.</summary>
    NotEvaluated,

    /// <summary>Ctrl-C came first.</summary>
    NotReached,
}
