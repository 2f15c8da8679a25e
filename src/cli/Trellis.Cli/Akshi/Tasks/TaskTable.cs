using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary>Tasks as tables.</summary>
internal static class TaskTable
{
    /// <summary>Several, a row each.</summary>
    public static Table Of(IEnumerable<A2ATask> tasks)
    {
        var table = new Table("Tasks", new("Id"), new("From"), new("To"), new("Status"), new("Created"), new("Completed"), new("Error"));
        foreach (var task in tasks)
        {
            table.Add(
                task.Id, task.From, task.To, task.Status?.ToString(), Timestamp.ForTable(task.CreatedAt), Timestamp.ForTable(task.CompletedAt), task.Error);
        }

        return table;
    }

    /// <summary>One, with all there is to know about it.</summary>
    public static Table OfOne(A2ATask task)
    {
        var table = new Table($"Task {task.Id}", new("Field"), new("Value"));
        table.Add("status", task.Status?.ToString());
        table.Add("from", task.From);
        table.Add("to", task.To);
        table.Add("input", task.Input?.GetRawText());
        table.Add("output", task.Output?.GetRawText());
        table.Add("error", task.Error);
        table.Add("created at", Timestamp.ForTable(task.CreatedAt));
        table.Add("started at", Timestamp.ForTable(task.StartedAt));
        table.Add("completed at", Timestamp.ForTable(task.CompletedAt));
        return table;
    }
}
