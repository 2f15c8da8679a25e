using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>What a person says to a question.</summary>
/// <param name="IsApproval">Whether it may happen.</param>
/// <param name="Reason">Why, for the audit trail; null for no reason.</param>
internal sealed record ApprovalDecisionInput(bool IsApproval, string? Reason)
{
    private const string Approve = "approve";
    private const string Deny = "deny";
    private const int LongestReason = 1000;

    /// <summary>The word of the decision.</summary>
    public string Word => IsApproval ? Approve : Deny;

    /// <summary>Reads <c>decision</c>, which is exactly one of two words, and <c>reason</c>; what is wrong is noted.</summary>
    public static ApprovalDecisionInput Read(Fields fields)
    {
        var word = fields.OptionalText("decision");
        if (word is not (Approve or Deny))
            fields.AddError("decision", $"must be {Approve} or {Deny}");
        return new ApprovalDecisionInput(word == Approve, fields.OptionalText("reason", LongestReason));
    }
}
