namespace Trellis.Akshi;

/// <summary>What became of a grant that was revoked or restored. Contract section 2.6.</summary>
public sealed record GrantChange : AkshiAnswer
{
    /// <summary>Whether it was done.</summary>
    public bool? Ok { get; init; }

    /// <summary>The grant's id.</summary>
    public string? Id { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Agent { get; init; }

    /// <summary>The name of the secret; not its value.</summary>
    public string? SecretName { get; init; }

    /// <summary>What the secret is for.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether it holds now.</summary>
    public GrantState? Status { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
