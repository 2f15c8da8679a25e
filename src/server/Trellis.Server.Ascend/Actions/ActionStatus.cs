namespace Trellis.Server.Ascend.Actions;

/// <summary>Where an action is. The wire has the first three alone (contract, section 3.1).</summary>
internal static class ActionStatus
{
    public const string Approved = "approved";
    public const string Denied = "denied";
    public const string Pending = "pending_approval";

    /// <summary>How an approved action ended: it was done.</summary>
    public const string Completed = "completed";

    /// <summary>How an approved action ended: it was tried and failed.</summary>
    public const string Failed = "failed";
}
