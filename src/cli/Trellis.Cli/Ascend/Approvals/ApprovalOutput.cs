using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary>Prints what a person's decisions came to.</summary>
internal static class ApprovalOutput
{
    public static int Write(CliHost host, OutputFormat format, ApprovalDecision decision)
    {
        AnswerOutput.Write(host, format, decision, AscendJsonContext.Default.ApprovalDecision, ToTable);
        return ExitCodes.Success;
    }

    public static void Write(CliHost host, OutputFormat format, PrintedDecisions decisions) =>
        AnswerOutput.Write(host, format, decisions, AscendJsonContext.Default.PrintedDecisions, ToTable);

    private static Table ToTable(ApprovalDecision decision)
    {
        var table = new Table($"Action {decision.ActionId}", new("Field"), new("Value"));
        table.Add("status", decision.Status);
        table.Add("decided by", decision.ApprovedBy ?? decision.RejectedBy);
        table.Add("decided at", Timestamp.ForTable(decision.ApprovedAt ?? decision.RejectedAt));
        table.Add("reason", decision.Reason);
        return table;
    }

    private static Table ToTable(PrintedDecisions decisions)
    {
        var table = new Table("Decisions", new("Action", IsNumber: true), new("Status"), new("Decided by"), new("Note"));
        foreach (var decision in decisions.Decisions)
        {
            table.Add(decision.ActionId, decision.Status, decision.ApprovedBy ?? decision.RejectedBy, decision.Reason);
        }

        foreach (var failure in decisions.Failures)
        {
            table.Add(failure.ActionId, failure.Error, null, failure.Message);
        }

        return table;
    }
}
