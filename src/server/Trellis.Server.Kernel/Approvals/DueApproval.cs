namespace Trellis.Server.Kernel.Approvals;

/// <summary>An approval that the clock has to look at.</summary>
internal readonly record struct DueApproval(long OrganisationId, string Id, DateTimeOffset DueAt)
{
    /// <summary>Comes before all others.</summary>
    public static DueApproval First { get; } = new(0, "", DateTimeOffset.UnixEpoch);
}
