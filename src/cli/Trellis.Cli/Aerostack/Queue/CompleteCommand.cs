using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue complete</c>.</summary>
internal sealed class CompleteCommand : AerostackCommand
{
    private readonly TextArgument _jobId = QueueSettings.JobId();
    private readonly TextArgument _lease = QueueSettings.Lease();

    public CompleteCommand(CliHost host)
        : base(host, "complete", "Report that a taken job is done; only a Trellis server knows it. Always prints JSON", OutputFormat.Json)
    {
        Add(_jobId);
        Add(_lease);
        Examples = ["01890a5d-ac96-774b-bcce-b302099a8057 \"$LEASE\""];
    }

    protected override Task<int> RunAsync(AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["jobId"] = _jobId.Read(input), ["lease"] = _lease.Read(input) };
        return WorkerRequest.SendAsync(client, input.Host, "/queue/complete", body, cancellationToken);
    }
}
