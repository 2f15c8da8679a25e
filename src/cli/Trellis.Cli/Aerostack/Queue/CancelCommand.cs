using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue cancel</c>.</summary>
internal sealed class CancelCommand : AerostackCommand
{
    private readonly TextArgument _jobId = QueueSettings.JobId();

    public CancelCommand(CliHost host)
        : base(host, "cancel", "Cancel a job. Always prints JSON. Exit code 6 when it is too late", OutputFormat.Json)
    {
        Add(_jobId);
        Examples = ["01890a5d-ac96-774b-bcce-b302099a8057"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var answer = await client.Queue.CancelAsync(_jobId.Read(input), cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AerostackJsonContext.Default.JobCancellation);
        return answer.Success is false ? ExitCodes.Api : ExitCodes.Success;
    }
}
