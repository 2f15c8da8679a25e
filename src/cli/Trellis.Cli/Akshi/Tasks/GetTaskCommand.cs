using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary><c>tasks get</c>.</summary>
internal sealed class GetTaskCommand : AkshiCommand
{
    private readonly TextArgument _id = new("task-id", "The task, by the id that 'tasks create' prints");

    public GetTaskCommand(CliHost host)
        : base(host, "get", "Show what has become of a task")
    {
        Add(_id);
        Examples = ["task-001", "task-001 --output json | jq .output"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var task = await client.Tasks.GetAsync(_id.Read(input), cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, task, AkshiJsonContext.Default.A2ATask, TaskTable.OfOne);
        return ExitCodes.Success;
    }
}
