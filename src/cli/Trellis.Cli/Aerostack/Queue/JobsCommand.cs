using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue jobs</c>.</summary>
internal sealed class JobsCommand : AerostackCommand
{
    private const int LargestPage = 200;

    private readonly Setting<JobStatus?> _status = new(
        "--status", "TRELLIS_AEROSTACK_JOB_STATUS", "queued|processing|completed|failed|cancelled", "Only jobs that stand so (default: all)",
        SettingFormats.Choice<JobStatus?>(
            ("queued", JobStatus.Queued), ("processing", JobStatus.Processing), ("completed", JobStatus.Completed), ("failed", JobStatus.Failed),
            ("cancelled", JobStatus.Cancelled)));

    private readonly Setting<string?> _type = new(
        "--type", "TRELLIS_AEROSTACK_JOB_TYPE", "TYPE", "Only jobs of this kind (default: all)", SettingFormats.Text);

    private readonly Setting<int> _limit = ListingSettings.Limit();

    public JobsCommand(CliHost host)
        : base(host, "jobs", "List the jobs")
    {
        Add(_status);
        Add(_type);
        Add(_limit);
        Examples = ["", "--status failed", "--type send-email --output json | jq '.jobs | length'"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var limit = _limit.Read(input, ListingSettings.UsuallyListed);
        var filter = new JobFilter(_status.Read(input, null), _type.Read(input, null));
        var all = client.Queue.ListAllJobsAsync(filter, ListingSettings.PageSize(limit, LargestPage), cancellationToken: cancellationToken);
        var listing = await Listing<JobRecord>.ReadAsync(all, limit, cancellationToken).ConfigureAwait(false);
        var printed = new PrintedJobs([.. listing.Items.Select(PrintedJob.Of)], listing.HasMore);
        AnswerOutput.Write(input.Host, format, printed, AerostackJsonContext.Default.PrintedJobs, static jobs => JobTable.Of(jobs.Jobs));
        ListingSettings.TellOfMore(input.Host, listing.HasMore);
        return ExitCodes.Success;
    }
}
