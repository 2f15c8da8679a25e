namespace Trellis.Server.Aerostack.Gateway;

/// <summary>Somebody who uses a project's APIs through the gateway, with a key of their own and a wallet of units (tokens, and what is logged).</summary>
internal sealed record Consumer
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required string Hash { get; init; }

    /// <summary>What may be displayed of the key.</summary>
    public required string Hint { get; init; }

    public required string Name { get; init; }

    /// <summary>How many units were bought; null for a wallet that needs none.</summary>
    public long? Purchased { get; init; }

    public long Consumed { get; init; }

    /// <summary>From how many consumed units on nothing more is answered; null for none.</summary>
    public long? HardLimit { get; init; }

    /// <summary>From how many consumed units on the application may warn; null for none.</summary>
    public long? SoftLimit { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>What is left of what was bought; never below 0 for a wallet that needs nothing bought.</summary>
    public long Balance => Purchased is { } purchased ? purchased - Consumed : 0;

    /// <summary>Whether anything more may be asked.</summary>
    public bool CanPay => (Purchased is null || Balance > 0) && (HardLimit is null || Consumed < HardLimit);
}
