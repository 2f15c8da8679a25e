using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.People;

/// <summary>What an administrator says of a person: <c>{"subject"|"email"|"user_id","role","approval_level"}</c>.</summary>
internal static class PersonRequest
{
    private const int LongestSubject = 255;

    /// <summary>Reads the body. Without a level the person gets the one of the role.</summary>
    public static Person Read(Fields body, DateTimeOffset now)
    {
        var subject = body.OptionalText("subject", LongestSubject, 1)
            ?? body.OptionalText("user_id", LongestSubject, 1)
            ?? body.Text("email", LongestSubject);
        var role = RoleOf(body.OptionalWord("role", "user", "manager", "admin"));
        var level = body.OptionalInteger("approval_level", ApprovalLevel.Lowest, ApprovalLevel.Highest) ?? UsualLevelOf(role);
        return new Person(subject, role, (int)level, now);
    }

    private static CallerRole RoleOf(string? word) => word switch
    {
        "admin" => CallerRole.Admin,
        "manager" => CallerRole.Manager,
        _ => CallerRole.User,
    };

    private static int UsualLevelOf(CallerRole role) => role switch
    {
        CallerRole.Admin => 3,
        CallerRole.Manager => 2,
        _ => ApprovalLevel.Lowest,
    };
}
