using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary>Prints what a person's decisions came to.</summary>
internal static class DecisionOutput
{
    public static int Write(CliHost host, OutputFormat format, ApprovalReceipt decision)
    {
        AnswerOutput.Write(host, format, decision, AkshiJsonContext.Default.ApprovalReceipt, ToTable);
        return ExitCodes.Success;
    }

    public static void Write(CliHost host, OutputFormat format, PrintedDecisions decisions) =>
        AnswerOutput.Write(host, format, decisions, AkshiJsonContext.Default.PrintedDecisions, ToTable);

    private static Table ToTable(ApprovalReceipt decision)
    {
        var table = new Table($"Approval {decision.Id ?? decision.RequestId}", new("Field"), new("Value"));
        table.Add("decision", decision.Decision?.ToString());
        table.Add("decided at", Timestamp.ForTable(decision.DecidedAt));
        return table;
    }

    private static Table ToTable(PrintedDecisions decisions)
    {
        var table = new Table("Decisions", new("Approval"), new("Decision"), new("Note"));
        foreach (var decision in decisions.Decisions) table.Add(decision.Id ?? decision.RequestId, decision.Decision?.ToString(), null);
        foreach (var failure in decisions.Failures) table.Add(failure.Id, failure.Error, failure.Message);
        return table;
    }
}
