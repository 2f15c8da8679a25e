using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>What people are told whose decision does not count (contract, sections 2.4 and 6.6).</summary>
internal static class ApprovalErrors
{
    public const string NotPending = "NOT_PENDING_APPROVAL";
    public const string AlreadyDecided = "ALREADY_DECIDED";
    public const string SelfApproval = "SELF_APPROVAL";
    public const string InsufficientLevel = "INSUFFICIENT_APPROVAL_LEVEL";
    public const string NotAnApprover = "NOT_AN_APPROVER";
    public const string SamePerson = "SAME_APPROVER";
    public const string DigestMismatch = "DIGEST_MISMATCH";
    public const string OverrideNotAllowed = "OVERRIDE_NOT_ALLOWED";

    /// <summary>The action did not wait for a person when it was asked about.</summary>
    public static AscendError NotWaiting(StoredAction action)
    {
        var outcome = ActionOutcome.Parse(action.Outcome);
        var by = outcome.DecidedBy is { } person ? $" by {person}" : "";
        return new AscendError(
            StatusCodes.Status400BadRequest, NotPending, $"The action does not wait for approval; it is {action.Status}{by}.")
        {
            WriteMore = json =>
            {
                json.WriteString("action_status"u8, action.Status);
                json.WriteString("decided_by"u8, outcome.DecidedBy);
                json.WriteTime("decided_at"u8, outcome.DecidedAt);
            },
        };
    }

    /// <summary>The refusal of a decision that the kernel refused.</summary>
    public static AscendError Of(ApprovalOutcome outcome) => outcome.Kind switch
    {
        ApprovalOutcomeKind.AlreadyDecided => Decided(outcome.Approval!),
        ApprovalOutcomeKind.Expired => AscendErrors.BadRequest("The time to decide is over; the action is denied.", NotPending),
        ApprovalOutcomeKind.SelfApproval => AscendErrors.Forbidden("Nobody approves what they asked for themselves.", SelfApproval),
        ApprovalOutcomeKind.InsufficientLevel => TooLow(outcome.Approval!.Stage.RequiredLevel),
        ApprovalOutcomeKind.NotListedApprover => AscendErrors.Forbidden(
            $"Only {string.Join(", ", outcome.Approval!.Stage.Approvers)} may decide this.", NotAnApprover),
        ApprovalOutcomeKind.SamePersonTwice => AscendErrors.Forbidden("You have approved before; this takes another person.", SamePerson),
        ApprovalOutcomeKind.DigestMismatch => AscendErrors.Conflict("The action is not the one that you were shown.", DigestMismatch),
        ApprovalOutcomeKind.OverrideNotAllowed => AscendErrors.Forbidden("The workflow of this approval allows no override.", OverrideNotAllowed),
        ApprovalOutcomeKind.JustificationMissing => AscendErrors.Invalid("justification", "must not be blank"),
        ApprovalOutcomeKind.NothingToReview => AscendErrors.BadRequest("There is no override that waits for a review."),
        _ => AscendErrors.NotFound("The approval"),
    };

    private static AscendError TooLow(int level) =>
        AscendErrors.Forbidden($"This takes an approver of level {level} ({LevelNames.Of(level)}) or higher.", InsufficientLevel);

    private static AscendError Decided(Approval approval)
    {
        var how = approval.State is ApprovalState.Approved ? "approved" : "rejected";
        return new AscendError(StatusCodes.Status409Conflict, AlreadyDecided, $"{approval.DecidedBy} has {how} it meanwhile.")
        {
            WriteMore = json =>
            {
                json.WriteString("approval_status"u8, AscendApprovals.StatusOf(approval));
                json.WriteString("decided_by"u8, approval.DecidedBy);
                json.WriteTime("decided_at"u8, approval.DecidedAt);
            },
        };
    }
}
