namespace Trellis.Server.Aerostack.Auth.Codes;

/// <summary>A code or a link that was given out, without the secret itself. Each recipient has one of each purpose: the last.</summary>
internal sealed record Code(string Id, string ProjectId, string Purpose, string Target, string? UserId, DateTimeOffset ExpiresAt)
{
    /// <summary>By what the secret is recognised.</summary>
    public required string Digest { get; init; }

    /// <summary>How often it was guessed wrongly.</summary>
    public long Attempts { get; init; }

    public override string ToString() => Id;
}
