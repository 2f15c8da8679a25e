using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>Takes one job after the other until there are none. Several work side by side, here or in other processes.</summary>
internal sealed class Worker(TicketQueue queue, TicketTable tickets, Replies replies, string userId)
{
    private const string Urgent = "urgent";

    /// <summary>After a cancellation no further job is taken, and the one that was begun is finished.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await queue.TakeAsync(CancellationToken.None) is { } job)
        {
            try
            {
                await DoAsync(job);
            }
            catch (AerostackException e)
            {
                await queue.FailAsync(job, e.Message, CancellationToken.None);
                continue;
            }

            await queue.CompleteAsync(job, CancellationToken.None);
        }
    }

    // A job can come twice, when a worker died between the ticket and the job: a ticket that has ended is left alone.
    private async Task DoAsync(TicketJob job)
    {
        if (await tickets.FindOpenAsync(job.TicketId, CancellationToken.None) is not { } ticket) return;
        if (ticket.Priority is Urgent)
        {
            await tickets.EndAsync(ticket.Id, Ending.Escalated, Teams.Named($"{ticket.Subject} {ticket.Body}"), null, userId, CancellationToken.None);
            return;
        }

        var (reply, isKept) = await replies.WriteAsync(ticket, CancellationToken.None);
        await tickets.EndAsync(
            ticket.Id, isKept ? Ending.AnsweredFromCache : Ending.Answered, Teams.Named(reply), reply, userId, CancellationToken.None);
    }
}
