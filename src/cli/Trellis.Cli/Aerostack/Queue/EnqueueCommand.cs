using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue enqueue</c>.</summary>
internal sealed class EnqueueCommand : AerostackCommand
{
    private readonly TextArgument _type = new("type", "What kind of job it is");
    private readonly JsonSetting _data = new("--data", "TRELLIS_AEROSTACK_DATA", "What the worker has to know (default: nothing)");
    private readonly Setting<TimeSpan?> _delay = QueueSettings.Delay("How long nobody may begin, in whole seconds (default: not at all)");

    public EnqueueCommand(CliHost host)
        : base(host, "enqueue", "Have a job done. Always prints JSON", OutputFormat.Json)
    {
        Add(_type);
        Add(_data);
        Add(_delay);
        Examples = ["send-email --data '{\"to\": \"ada@example.com\"}'", "nightly-report --delay 3600 | jq -r .jobId"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var data = await _data.ReadAsync(input, cancellationToken).ConfigureAwait(false) ?? [];
        var job = await client.Queue
            .EnqueueAsync(_type.Read(input), data, _delay.Read(input, null), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, job, AerostackJsonContext.Default.EnqueuedJob);
        return ExitCodes.Success;
    }
}
