using System.CommandLine;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary><c>tasks</c>.</summary>
internal sealed class TasksGroup : Command
{
    public TasksGroup(CliHost host)
        : base("tasks", "Give agents something to do, and see what becomes of it")
    {
        Add(new ListTasksCommand(host));
        Add(new CreateTaskCommand(host));
        Add(new GetTaskCommand(host));
    }
}
