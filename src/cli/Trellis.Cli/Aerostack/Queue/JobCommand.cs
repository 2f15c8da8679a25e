using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue job</c>.</summary>
internal sealed class JobCommand : AerostackCommand
{
    private readonly TextArgument _jobId = QueueSettings.JobId();

    public JobCommand(CliHost host)
        : base(host, "job", "Show how a job stands. Exit code 6 when there is none")
    {
        Add(_jobId);
        Examples = ["01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057 --output json | jq -r .status"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var id = _jobId.Read(input);
        var lookup = await client.Queue.GetJobAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (lookup.Job is not { } job)
        {
            await input.Host.Error.WriteLineAsync($"There is no job '{TerminalText.Line(id)}'.").ConfigureAwait(false);
            return ExitCodes.Api;
        }

        AnswerOutput.Write(input.Host, format, PrintedJob.Of(job), AerostackJsonContext.Default.PrintedJob, static known => JobTable.Of([known]));
        return ExitCodes.Success;
    }
}
