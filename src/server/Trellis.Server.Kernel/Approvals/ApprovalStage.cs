namespace Trellis.Server.Kernel.Approvals;

/// <summary>One of the steps that an approval takes, in order. Different people take them.</summary>
public sealed record ApprovalStage
{
    /// <summary>What people call it, for example <c>security</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The level that a decider needs at least, 1 to 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public required int RequiredLevel
    {
        get;
        init => field = ApprovalLevel.Check(value, nameof(value));
    }

    /// <summary>Who may decide: user ids, or other names that a <see cref="Decider"/> goes by, such as roles.</summary>
    /// <value>Default empty: everybody with the level. Once the stage has escalated, everybody above the level may decide as well.</value>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How long the stage waits before it escalates.</summary>
    /// <value>Default null: only <see cref="ApprovalRequest.EscalateAt"/> counts.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is not more than zero.</exception>
    public TimeSpan? EscalateAfter
    {
        get;
        init => field = value is not { } time || time > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A stage waits longer than no time.");
    }
}
