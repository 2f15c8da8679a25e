using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>The tickets in the project's database.</summary>
internal sealed class TicketTable(AerostackDatabase database)
{
    private const int LargestBatch = 25;

    private const string Insert =
        "insert into support_tickets (id, opened_at, customer, plan, channel, priority, subject, body) values (?, ?, ?, ?, ?, ?, ?, ?) "
        + "on conflict (id) do nothing";

    /// <summary>Makes the table where there is none.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) => database.QueryAsync(
        "create table if not exists support_tickets (id text primary key, opened_at text not null, customer text not null, plan text not null, "
        + "channel text not null, priority text not null, subject text not null, body text not null, "
        + "job_id text, ending text, team text, reply text, handled_by text)",
        cancellationToken: cancellationToken);

    /// <summary>Puts in what is not there yet. What an earlier run knows of a ticket stays.</summary>
    public async Task AddAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken)
    {
        foreach (var some in tickets.Chunk(LargestBatch))
        {
            var answer = await database.BatchAsync([.. some.Select(Inserting)], cancellationToken: cancellationToken);
            if (answer.Results?.FirstOrDefault(static entry => entry.Success is false) is { } failed) throw new IOException($"A ticket was not stored: {failed.Error}");
        }
    }

    /// <summary>The tickets that no job is about yet.</summary>
    public async Task<IReadOnlyList<string>> WithoutJobAsync(CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync("select id from support_tickets where job_id is null order by id", cancellationToken: cancellationToken);
        return [.. found.Results!.Select(static row => row.GetProperty("id").GetString()!)];
    }

    /// <summary>Notes which job is about a ticket.</summary>
    public Task AssignAsync(string id, string jobId, CancellationToken cancellationToken) =>
        database.QueryAsync("update support_tickets set job_id = ? where id = ?", [jobId, id], cancellationToken: cancellationToken);

    /// <summary>A ticket that nobody has dealt with; <see langword="null"/> when somebody has.</summary>
    public async Task<Ticket?> FindOpenAsync(string id, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            "select id, opened_at, customer, plan, channel, priority, subject, body from support_tickets where id = ? and ending is null",
            [id],
            cancellationToken: cancellationToken);
        return found.Results is [var row, ..] ? Read(row) : null;
    }

    /// <summary>Notes what became of a ticket, once.</summary>
    public Task EndAsync(string id, Ending ending, string team, string? reply, string userId, CancellationToken cancellationToken) =>
        database.QueryAsync(
            "update support_tickets set ending = ?, team = ?, reply = ?, handled_by = ? where id = ? and ending is null",
            [ending.ToString(), team, reply, userId, id],
            cancellationToken: cancellationToken);

    /// <summary>What became of all tickets.</summary>
    public async Task<IReadOnlyList<Outcome>> OutcomesAsync(CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            "select id, priority, subject, ending, team, reply from support_tickets order by id", cancellationToken: cancellationToken);
        return [.. found.Results!.Select(static row => new Outcome(
            Text(row, "id")!,
            Text(row, "priority")!,
            Text(row, "subject")!,
            Text(row, "ending") is { } ending ? Enum.Parse<Ending>(ending) : Ending.Open,
            Text(row, "team"),
            Text(row, "reply")))];
    }

    private static DbStatement Inserting(Ticket ticket) => new(
        Insert,
        new JsonNode?[] { ticket.Id, ticket.OpenedAt, ticket.Customer, ticket.Plan, ticket.Channel, ticket.Priority, ticket.Subject, ticket.Body });

    private static Ticket Read(JsonElement row) => new(
        Text(row, "id")!, Text(row, "opened_at")!, Text(row, "customer")!, Text(row, "plan")!, Text(row, "channel")!, Text(row, "priority")!,
        Text(row, "subject")!, Text(row, "body")!);

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
