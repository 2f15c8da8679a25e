using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary>
/// <c>approvals approve</c> and <c>approvals deny</c>: decides approvals one after the other. What becomes of one does not keep it from the
/// next.
/// </summary>
internal sealed class DecideCommand : AkshiCommand
{
    private readonly TextsArgument _ids = new("approval-id", "The approval, by the id that 'approvals list' prints; or several of them");
    private readonly Setting<string?> _reason = new("--reason", "TRELLIS_AKSHI_REASON", "TEXT", "Why, for the audit trail", SettingFormats.Text);
    private readonly ApprovalVerdict _verdict;

    public DecideCommand(CliHost host, string name, string description, ApprovalVerdict verdict, IReadOnlyList<string> examples)
        : base(host, name, description)
    {
        _verdict = verdict;
        Add(_ids);
        Add(_reason);
        Examples = examples;
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var ids = _ids.Read(input);
        var reason = _reason.Read(input, null);
        if (ids is [var only])
        {
            return DecisionOutput.Write(input.Host, format, await client.PostApprovalAsync(only, _verdict, reason, cancellationToken).ConfigureAwait(false));
        }

        var decisions = new List<ApprovalReceipt>();
        var failures = new List<PrintedFailure>();
        try
        {
            foreach (var id in ids)
            {
                try
                {
                    decisions.Add(await client.PostApprovalAsync(id, _verdict, reason, cancellationToken).ConfigureAwait(false));
                }
                catch (AkshiException e) when (AkshiFailures.Classify(e) is { } failure)
                {
                    failures.Add(new(id, failure.ExitCode, failure.Label, failure.Message));
                }
            }
        }
        finally
        {
            // Somebody who stops it halfway is told what was decided by then.
            DecisionOutput.Write(input.Host, format, new PrintedDecisions(decisions, failures));
        }

        return failures.Select(static failure => failure.ExitCode).DefaultIfEmpty(ExitCodes.Success).Max();
    }
}
