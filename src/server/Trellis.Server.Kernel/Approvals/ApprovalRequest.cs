namespace Trellis.Server.Kernel.Approvals;

/// <summary>What a platform asks a person to approve.</summary>
public sealed class ApprovalRequest
{
    private const int DigestLength = 64;

    /// <summary>The id of the approval, from <see cref="IApprovals.NewId"/>, where it has to be known before the transaction.</summary>
    /// <value>Default null: a new one.</value>
    public string? Id { get; init; }

    /// <summary>The organisation whose people decide.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The platform that asks, under whose name its <see cref="IApprovalObserver"/> is registered.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's id of what is to be approved.</summary>
    public required string SubjectId { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of exactly what is to be approved: the approval is worth nothing for anything else.</summary>
    /// <exception cref="ArgumentException">It is no such digest.</exception>
    public required string SubjectDigest
    {
        get;
        init => field = value is { Length: DigestLength } && value.All(char.IsAsciiHexDigitLower)
            ? value
            : throw new ArgumentException("The digest is 64 lower-case hexadecimal digits.", nameof(value));
    }

    /// <summary>The id of the user for whom the action would happen, and who therefore must not approve it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>One line for the list of what waits.</summary>
    public required string Title { get; init; }

    /// <summary>What a decider should know, as the text of a JSON object. Never a secret: it is shown and stored as it is.</summary>
    /// <value>Default null: nothing more than the title.</value>
    public string? Summary { get; init; }

    /// <summary>The stages in their order; one at least.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<ApprovalStage> Stages
    {
        get;
        init => field = value is { Count: > 0 } ? value : throw new ArgumentException("An approval has one stage at least.", nameof(value));
    }

    /// <summary>From when on nobody can decide any more.</summary>
    /// <value>Default null: it waits for ever.</value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the stage that waits by then escalates.</summary>
    /// <value>Default null: only <see cref="ApprovalStage.EscalateAfter"/> counts.</value>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>Whether two people of the highest level that any stage requires may approve it past its stages.</summary>
    /// <value>Default false.</value>
    public bool AllowsOverride { get; init; }
}
