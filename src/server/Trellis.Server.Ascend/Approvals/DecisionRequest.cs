using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>The bodies with which people decide. Every generation has other words for what the person says.</summary>
internal static class DecisionRequest
{
    private const int LongestComment = 4000;

    /// <summary>Reads what goes with a verdict.</summary>
    public static ApprovalAnswer Read(Fields body, ApprovalVerdict verdict) => new(
        verdict,
        Comment(body),
        body.OptionalText("subject_digest", longest: 64, shortest: 64));

    /// <summary>Reads <c>{"approved","comments"}</c>.</summary>
    public static ApprovalAnswer ReadWithVerdict(Fields body)
    {
        var approved = body.OptionalBoolean("approved");
        if (!body.Has("approved"))
            body.Errors.Add("approved", "is required");
        return Read(body, approved is true ? ApprovalVerdict.Approve : ApprovalVerdict.Reject);
    }

    /// <summary>What the person says.</summary>
    public static string? Comment(Fields body)
    {
        var comment = body.OptionalText("comments", LongestComment)
            ?? body.OptionalText("reason", LongestComment)
            ?? body.OptionalText("justification", LongestComment);
        return string.IsNullOrWhiteSpace(comment) ? null : comment;
    }
}
