namespace Trellis.Server.Ascend.Identity;

/// <summary>What a person may do in an organisation.</summary>
/// <param name="Subject">The subject of the person's tokens.</param>
/// <param name="Role">What it may change.</param>
/// <param name="ApprovalLevel">Up to which level it decides approvals: 1 user, 2 manager, 3 admin, 4 senior admin, 5 security officer.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record Person(string Subject, CallerRole Role, int ApprovalLevel, DateTimeOffset CreatedAt)
{
    /// <summary>The highest approval level.</summary>
    public const int HighestLevel = 5;

    /// <summary>Somebody with a valid token of whom nothing more is known.</summary>
    public static Person Unknown(string subject, DateTimeOffset now) => new(subject, CallerRole.User, 1, now);
}
