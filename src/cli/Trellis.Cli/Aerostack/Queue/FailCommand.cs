using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue fail</c>.</summary>
internal sealed class FailCommand : AerostackCommand
{
    private readonly TextArgument _jobId = QueueSettings.JobId();
    private readonly TextArgument _lease = QueueSettings.Lease();
    private readonly Setting<string?> _error = new("--error", "TRELLIS_AEROSTACK_ERROR", "TEXT", "What went wrong", SettingFormats.Text);
    private readonly Setting<TimeSpan?> _delay = QueueSettings.Delay("How long until somebody may try again, in whole seconds (default: as the server has it)");

    public FailCommand(CliHost host)
        : base(host, "fail", "Report that a taken job failed; only a Trellis server knows it. Always prints JSON", OutputFormat.Json)
    {
        Add(_jobId);
        Add(_lease);
        Add(_error);
        Add(_delay);
        Examples = ["01890a5d-ac96-774b-bcce-b302099a8057 \"$LEASE\" --error 'no such mailbox'"];
    }

    protected override Task<int> RunAsync(AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["jobId"] = _jobId.Read(input), ["lease"] = _lease.Read(input) };
        if (_error.Read(input, null) is { } error) body["error"] = error;
        if (_delay.Read(input, null) is { } delay) body["delay"] = QueueSettings.WholeSeconds(delay);
        return WorkerRequest.SendAsync(client, input.Host, "/queue/fail", body, cancellationToken);
    }
}
