namespace Trellis.Server.Ascend.Models;

/// <summary>The words for how far a model is approved (contract, section 2.14).</summary>
internal static class ModelStatus
{
    public const string PendingReview = "PENDING_REVIEW";
    public const string PartiallyApproved = "PARTIALLY_APPROVED";
    public const string Approved = "APPROVED";
    public const string Deprecated = "DEPRECATED";
}
