using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary>Prints that an outcome was reported. The client keeps failures of reports to itself; a command does not.</summary>
internal static class OutcomeOutput
{
    /// <exception cref="AscendException">The report did not arrive.</exception>
    public static int Write(CliHost host, OutputFormat format, ActionLogEntry entry)
    {
        if (entry.LoggedLocally)
        {
            throw entry.Exception ?? new AscendException(entry.Error ?? "The outcome was not reported.");
        }

        AnswerOutput.Write(host, format, entry, AscendJsonContext.Default.ActionLogEntry, ToTable);
        return ExitCodes.Success;
    }

    private static Table ToTable(ActionLogEntry entry)
    {
        var table = new Table($"Action {entry.ActionId}", new("Field"), new("Value"));
        table.Add("status", entry.Status);
        table.Add("logged at", Timestamp.ForTable(entry.LoggedAt));
        return table;
    }
}
