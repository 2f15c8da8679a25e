using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>What the audit trail remembers of approvals: who asked for what, and who decided how and why.</summary>
internal static class ApprovalEvents
{
    private const string System = "system";

    /// <summary>An agent asked.</summary>
    public static AuditEvent Requested(long organisationId, string id, ApprovalSubject subject, string digest) => new()
    {
        OrganisationId = organisationId,
        Platform = AkshiApprovals.Platform,
        EventType = "approval_requested",
        ActorId = subject.Agent,
        ResourceType = "approval",
        ResourceId = id,
        Action = "request",
        Outcome = AuditOutcome.Success,
        Data = DataOf(subject, digest, null),
    };

    /// <summary>A person decided.</summary>
    public static AuditEvent Decided(Approval approval, bool isApproved, string? reason, RequestOrigin origin) => new()
    {
        OrganisationId = approval.OrganisationId,
        Platform = AkshiApprovals.Platform,
        EventType = "approval_decided",
        ActorId = approval.DecidedBy!,
        ResourceType = "approval",
        ResourceId = approval.Id,
        Action = isApproved ? "approve" : "deny",
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = DataOf(ApprovalSubject.Of(approval), approval.SubjectDigest, reason),
    };

    /// <summary>What is attested of a decision.</summary>
    public static NewReceipt Receipt(Approval approval, ApprovalDecisionInput decision)
    {
        var subject = ApprovalSubject.Of(approval);
        return NewReceipt.Of(subject.Agent, ReceiptKinds.Approval, json =>
        {
            json.WriteString("id"u8, approval.Id);
            json.WriteString("capability"u8, subject.Capability);
            json.WriteString("digest"u8, approval.SubjectDigest);
            json.WriteString("decision"u8, decision.Word);
            json.WriteString("decided_by"u8, approval.DecidedBy);
        });
    }

    /// <summary>Nobody decided while the agent waited.</summary>
    public static AuditEvent Expired(Approval approval, string reason) => new()
    {
        OrganisationId = approval.OrganisationId,
        Platform = AkshiApprovals.Platform,
        EventType = "approval_expired",
        ActorId = System,
        ResourceType = "approval",
        ResourceId = approval.Id,
        Action = "expire",
        Outcome = AuditOutcome.Denied,
        Data = DataOf(ApprovalSubject.Of(approval), approval.SubjectDigest, reason),
    };

    private static AuditData DataOf(ApprovalSubject subject, string digest, string? reason) => AuditData.Object(json =>
    {
        subject.WriteMembers(json);
        json.WriteString("digest"u8, digest);
        if (reason is not null)
            json.WriteString("reason"u8, reason);
    });
}
