using System.Text.Json;

namespace Trellis.Ascend;

/// <summary>How an approval request stands. Contract section 2.7. Exactly one of the three flags is set.</summary>
public sealed record ApprovalStatus
{
    /// <summary>The request.</summary>
    public required string ApprovalRequestId { get; init; }

    /// <summary>The action that it is about.</summary>
    public string? ActionId { get; init; }

    /// <summary>How it was decided. A request that nobody decided in time is denied; a word that is not known is pending.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Whether the action may be carried out.</summary>
    public bool Approved => Decision == Decision.Allowed;

    /// <summary>Whether it must not.</summary>
    public bool Denied => Decision == Decision.Denied;

    /// <summary>Whether nobody has decided yet.</summary>
    public bool Pending => Decision == Decision.Pending;

    /// <summary>The word as on the wire.</summary>
    public string? Status { get; init; }

    /// <summary>Who decided.</summary>
    public string? Approver { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was rejected, or what the approver said about it.</summary>
    public string? Comments { get; init; }

    /// <summary>Until when somebody has to decide.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalFields { get; init; }

    internal static ApprovalStatus Of(ApprovalBody body, string approvalRequestId) => new()
    {
        ApprovalRequestId = body.ApprovalRequestId ?? approvalRequestId,
        ActionId = body.ActionId,
        Decision = DecisionWords.Read(body.Status),
        Status = body.Status,
        Approver = body.ApprovedBy ?? body.RejectedBy,
        DecidedAt = body.DecidedAt,
        Comments = body.RejectionReason ?? body.Comments,
        ExpiresAt = body.ExpiresAt,
        AdditionalFields = body.AdditionalFields,
    };
}
