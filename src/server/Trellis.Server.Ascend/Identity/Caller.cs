namespace Trellis.Server.Ascend.Identity;

/// <summary>Who asks.</summary>
internal sealed record Caller
{
    /// <summary>Who asks where no credential is looked at.</summary>
    public static Caller Nobody { get; } = new() { OrganisationId = 0, ActorId = "anonymous", Role = CallerRole.Agent };

    /// <summary>The organisation, which follows from the credential alone.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>How the audit trail names the caller: the id of the key, or the subject of the person.</summary>
    public required string ActorId { get; init; }

    /// <summary>What the caller may do.</summary>
    public required CallerRole Role { get; init; }

    /// <summary>Up to which level the caller decides approvals, 1 to 5; 0 for keys (contract, section 6.6).</summary>
    public int ApprovalLevel { get; init; }

    /// <summary>The key; null for a person.</summary>
    public AscendKey? Key { get; init; }

    /// <summary>Whether a person asks, with a token, and not a program with a key.</summary>
    public bool IsPerson => Key is null && OrganisationId > 0;

    /// <summary>Whether the caller changes what belongs to the organisation.</summary>
    public bool IsAdmin => Role >= CallerRole.Manager;
}
