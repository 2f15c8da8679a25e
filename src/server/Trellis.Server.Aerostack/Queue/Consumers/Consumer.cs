namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>Somebody who is called with the jobs of a kind.</summary>
internal sealed record Consumer(string Id, long OrganisationId, string ProjectId, string Type, Uri Url, DateTimeOffset CreatedAt)
{
    /// <summary>What signs the calls, sealed.</summary>
    public required string SealedSecret { get; init; }

    public override string ToString() => Id;
}
