namespace Trellis.Samples.SupportDesk;

/// <summary>A job that a worker has taken.</summary>
/// <param name="Id">The job.</param>
/// <param name="Lease">The right to do it, for a while.</param>
/// <param name="TicketId">The ticket that it is about.</param>
internal sealed record TicketJob(string Id, string Lease, string TicketId);
