namespace Trellis.Server.Kernel.Audit;

/// <summary>The usual outcomes of an audited action. A platform may have more.</summary>
public static class AuditOutcome
{
    /// <summary>It was done.</summary>
    public const string Success = "success";

    /// <summary>It was tried and failed.</summary>
    public const string Failure = "failure";

    /// <summary>It was not allowed.</summary>
    public const string Denied = "denied";
}
