using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary>What became of several approvals, as it is printed.</summary>
/// <param name="Decisions">The answer for each that was decided, in the order of the command line.</param>
/// <param name="Failures">Those that were not decided, and why.</param>
internal sealed record PrintedDecisions(IReadOnlyList<ApprovalReceipt> Decisions, IReadOnlyList<PrintedFailure> Failures);
