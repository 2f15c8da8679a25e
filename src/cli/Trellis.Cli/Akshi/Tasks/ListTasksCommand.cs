using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary><c>tasks list</c>.</summary>
internal sealed class ListTasksCommand : AkshiCommand
{
    private readonly Setting<A2ATaskState?> _status = new(
        "--status", "TRELLIS_AKSHI_TASK_STATUS", "pending|running|completed|failed", "Which ones (default: all)",
        SettingFormats.Choice<A2ATaskState?>(
            ("pending", A2ATaskState.Pending), ("running", A2ATaskState.Running), ("completed", A2ATaskState.Completed), ("failed", A2ATaskState.Failed)));

    private readonly Setting<string?> _agent = new("--agent", "TRELLIS_AKSHI_AGENT", "NAME", "Which agent is to do them", SettingFormats.Text);

    private readonly WatchSettings _watch = new();

    public ListTasksCommand(CliHost host)
        : base(host, "list", "List what agents were given to do")
    {
        Add(_status);
        Add(_agent);
        _watch.AddTo(this);
        Examples = ["", "--watch", "--status failed --agent researcher", "--output json | jq -r '.tasks[].id'"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var status = _status.Read(input, null);
        var agent = _agent.Read(input, null);
        await _watch
            .RunAsync(
                input, format, AkshiJsonContext.Default.PrintedTasks, static list => TaskTable.Of(list.Tasks),
                async token => new PrintedTasks((await client.A2ATasksAsync(status, agent, token).ConfigureAwait(false)).Tasks), cancellationToken)
            .ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
