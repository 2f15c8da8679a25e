namespace Trellis.Akshi;

/// <summary>What an agent may use of the broker's secrets. It never holds a secret itself. Contract sections 2.6 and 4.5.</summary>
public sealed record BrokerGrant : AkshiAnswer
{
    /// <summary>Its id, by which <see cref="AkshiClient.RevokeBrokerGrantAsync"/> takes it back.</summary>
    public string? Id { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Agent { get; init; }

    /// <summary>The name of the secret; not its value.</summary>
    public string? SecretName { get; init; }

    /// <summary>What the secret is for.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether it holds.</summary>
    public GrantState? Status { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? GrantedAt { get; init; }

    /// <summary>Until when; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
