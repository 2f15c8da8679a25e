namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>The leave of an agent to have a secret added to its requests (contract, section 4.5). Holds the secret's name and nothing of it.</summary>
internal sealed record Grant
{
    /// <summary>The id, the same as long as agent and domain are.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string Agent { get; init; }

    /// <summary>The secret's name.</summary>
    public required string SecretName { get; init; }

    /// <summary>For which endpoint.</summary>
    public required string Domain { get; init; }

    /// <summary>When the configuration first gave it.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>When a person took it back; null when nobody did.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether the secret is added.</summary>
    public bool IsActive => RevokedAt is null;

    /// <summary>The status in the platform's words.</summary>
    public string Status => IsActive ? "active" : "revoked";
}
