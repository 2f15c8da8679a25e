namespace Trellis.Cli.Aerostack.Queue;

/// <summary>Jobs as a table.</summary>
internal static class JobTable
{
    public static Table Of(IEnumerable<PrintedJob> jobs)
    {
        var table = new Table("Jobs", new("Id"), new("Type"), new("Status"), new("Created"), new("Data"));
        foreach (var job in jobs) table.Add(job.Id, job.Type, job.Status, Timestamp.ForTable(job.CreatedAt), job.Data?.GetRawText());
        return table;
    }
}
