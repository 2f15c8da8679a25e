namespace Trellis.Server.Kernel.Approvals;

/// <summary>A person who wants to decide, as the platform knows them from their credential.</summary>
public sealed class Decider
{
    /// <summary>The id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The level of the user, 1 to 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public required int Level
    {
        get;
        init => field = ApprovalLevel.Check(value, nameof(value));
    }

    /// <summary>Other names under which the user may be listed as an approver: an e-mail address, a role.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Names { get; init; } = [];

    internal bool IsAmong(IReadOnlyList<string> approvers) =>
        approvers.Contains(UserId, StringComparer.Ordinal) || approvers.Intersect(Names, StringComparer.OrdinalIgnoreCase).Any();
}
