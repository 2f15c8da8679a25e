using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Approvals;

/// <summary>Prints what a person's decision came to.</summary>
internal static class ApprovalOutput
{
    public static int Write(CliHost host, OutputFormat format, ApprovalDecision decision)
    {
        AnswerOutput.Write(host, format, decision, AscendJsonContext.Default.ApprovalDecision, ToTable);
        return ExitCodes.Success;
    }

    private static Table ToTable(ApprovalDecision decision)
    {
        var table = new Table($"Action {decision.ActionId}", new("Field"), new("Value"));
        table.Add("status", decision.Status);
        table.Add("decided by", decision.ApprovedBy ?? decision.RejectedBy);
        table.Add("decided at", Timestamp.ForTable(decision.ApprovedAt ?? decision.RejectedAt));
        table.Add("reason", decision.Reason);
        return table;
    }
}
