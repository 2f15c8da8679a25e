using System.Globalization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary>Prints a decision, and tells it by the exit code too.</summary>
internal static class DecisionOutput
{
    /// <returns><see cref="ExitCodes.Success"/> for an action that may be carried out, and for no other.</returns>
    public static int Write(CliHost host, OutputFormat format, AuthorizationDecision decision)
    {
        AnswerOutput.Write(host, format, decision, AscendJsonContext.Default.AuthorizationDecision, ToTable);
        return decision.Decision switch
        {
            Decision.Allowed when decision.ExecutionAllowed => ExitCodes.Success,
            Decision.Pending => ExitCodes.Pending,
            _ => ExitCodes.Denied,
        };
    }

    private static Table ToTable(AuthorizationDecision decision)
    {
        var table = new Table($"Action {decision.ActionId}", new("Field"), new("Value"));
        table.Add("decision", Word(decision));
        table.Add("reason", decision.Reason);
        table.Add("risk", Risk(decision));
        AddFilled(table, "violations", string.Join("; ", decision.PolicyViolations));
        AddFilled(table, "conditions", string.Join("; ", decision.Conditions));
        AddFilled(table, "approval", decision.ApprovalRequestId);
        AddFilled(table, "approvers", string.Join(", ", decision.RequiredApprovers));
        AddFilled(table, "expires", Timestamp.ForTable(decision.ExpiresAt));
        AddFilled(table, "decided by", decision.ApprovedBy);
        AddFilled(table, "decided at", Timestamp.ForTable(decision.ApprovedAt));
        AddFilled(table, "comments", decision.Comments);
        return table;
    }

    private static void AddFilled(Table table, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value)) table.Add(field, value);
    }

    private static string Word(AuthorizationDecision decision) => decision.Decision switch
    {
        Decision.Allowed => decision.ExecutionAllowed ? "allowed" : "allowed, but not to be carried out now",
        Decision.Denied => "denied",
        _ => "pending",
    };

    private static string? Risk(AuthorizationDecision decision) => decision.RiskScore is not { } score ? decision.RiskLevelText
        : decision.RiskLevelText is { Length: > 0 } level ? string.Create(CultureInfo.InvariantCulture, $"{score} ({level})")
        : score.ToString(CultureInfo.InvariantCulture);
}
