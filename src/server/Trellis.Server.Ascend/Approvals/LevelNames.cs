using Trellis.Server.Ascend.Identity;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>The words of approval levels (contract, section 6.6), by which workflows and policies may name approvers.</summary>
internal static class LevelNames
{
    private static readonly string[] Words = ["user", "manager", "admin", "senior_admin", "security_officer"];

    /// <summary>The word of a level from 1 to 5.</summary>
    public static string Of(int level) => Words[level - 1];

    /// <summary>The names that a person goes by besides their own: their role and the levels up to theirs.</summary>
    public static IReadOnlyList<string> Of(Caller caller) =>
        [caller.Role.ToString().ToLowerInvariant(), .. Words.Take(caller.ApprovalLevel)];
}
