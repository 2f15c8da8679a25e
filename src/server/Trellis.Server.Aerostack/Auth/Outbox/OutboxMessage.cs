namespace Trellis.Server.Aerostack.Auth.Outbox;

/// <summary>A message that somebody has to send: the server has no way to send e-mails or texts itself.</summary>
internal sealed record OutboxMessage(
    string Id, string ProjectId, string Channel, string Recipient, string Kind, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>What it carries, sealed.</summary>
    public required string SealedContent { get; init; }

    public override string ToString() => Id;
}
