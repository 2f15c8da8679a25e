using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Agents;

/// <summary><c>status</c>.</summary>
internal sealed class StatusCommand : AkshiCommand
{
    private readonly OptionalTextArgument _agent = new("agent", "The one agent to show (default: all)");
    private readonly WatchSettings _watch = new();

    public StatusCommand(CliHost host)
        : base(host, "status", "Show how the agents are")
    {
        Add(_agent);
        _watch.AddTo(this);
        Examples = ["", "--watch", "log-monitor", "--output json | jq -r '.[] | select(.status == \"error\") | .name'"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var agent = _agent.Read(input);
        await _watch
            .RunAsync(
                input, format, AkshiJsonContext.Default.IReadOnlyListAgentStatus, AgentTable.Of, token => client.StatusAsync(agent, token), cancellationToken)
            .ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
