using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary>What became of several actions, as it is printed.</summary>
/// <param name="Decisions">The answer for each that was decided, in the order of the command line.</param>
/// <param name="Failures">Those that were not decided, and why.</param>
internal sealed record PrintedDecisions(IReadOnlyList<ApprovalDecision> Decisions, IReadOnlyList<PrintedFailure> Failures);
