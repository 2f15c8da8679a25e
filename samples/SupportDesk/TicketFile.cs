using System.Globalization;

namespace Trellis.Samples.SupportDesk;

/// <summary>Reads the tickets, and says in which line something is wrong.</summary>
internal static class TicketFile
{
    private const string Heading = "ticket_id,opened_at,customer_id,plan,channel,priority,subject,body";

    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    /// <exception cref="FormatException">A line is not a ticket.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<Ticket> Read(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : throw new FileNotFoundException($"There is no file '{path}'.");
        if (lines is not [Heading, ..])
        {
            throw new FormatException($"{path}: the first line must be '{Heading}'.");
        }

        var tickets = new List<Ticket>(lines.Length);
        var ids = new HashSet<string>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            try
            {
                var ticket = Parse(CsvLine.Split(lines[i]));
                tickets.Add(ids.Add(ticket.Id) ? ticket : throw new FormatException($"the ticket '{ticket.Id}' is there twice"));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{path}, line {i + 1}: {e.Message}.", e);
            }
        }

        return tickets;
    }

    private static Ticket Parse(List<string> values)
    {
        if (values is not [var id, var opened, var customer, var plan, var channel, var priority, var subject, var body])
        {
            throw new FormatException($"there are {values.Count} values and not 8");
        }

        if (id.Length == 0 || body.Length == 0) throw new FormatException("a ticket has an id and a body");
        if (!Priorities.Contains(priority)) throw new FormatException($"'{priority}' is not a priority");
        if (!DateTimeOffset.TryParseExact(opened, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            throw new FormatException($"'{opened}' is not a time such as 2026-07-01T08:30:00Z");
        }

        return new(id, opened, customer, plan, channel, priority, subject, body);
    }
}
