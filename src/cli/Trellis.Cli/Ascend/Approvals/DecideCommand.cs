using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary>A command by which a person decides pending actions, one after the other: what becomes of one does not keep it from the next.</summary>
internal abstract class DecideCommand : AscendCommand
{
    private readonly TextsArgument _actionIds = PendingActionsArgument.Create();

    protected DecideCommand(CliHost host, string name, string description)
        : base(host, name, description, AscendCredential.Person) => Add(_actionIds);

    protected sealed override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var ids = _actionIds.Read(input);
        if (ids is [var only])
        {
            return ApprovalOutput.Write(input.Host, format, await DecideAsync(client, input, only, cancellationToken).ConfigureAwait(false));
        }

        var decisions = new List<ApprovalDecision>();
        var failures = new List<PrintedFailure>();
        try
        {
            foreach (var id in ids)
            {
                try
                {
                    decisions.Add(await DecideAsync(client, input, id, cancellationToken).ConfigureAwait(false));
                }
                catch (AscendException e) when (AscendFailures.Classify(e) is { } failure)
                {
                    failures.Add(new(id, failure.ExitCode, failure.Label, failure.Message));
                }
            }
        }
        finally
        {
            // Somebody who stops it halfway is told what was decided by then.
            ApprovalOutput.Write(input.Host, format, new PrintedDecisions(decisions, failures));
        }

        return failures.Select(static failure => failure.ExitCode).DefaultIfEmpty(ExitCodes.Success).Max();
    }

    /// <summary>Decides one of them.</summary>
    protected abstract Task<ApprovalDecision> DecideAsync(AscendClient client, CommandInput input, string actionId, CancellationToken cancellationToken);
}
