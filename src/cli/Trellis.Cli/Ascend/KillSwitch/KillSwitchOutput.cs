using Trellis.Ascend;

namespace Trellis.Cli.Ascend.KillSwitch;

/// <summary>Prints how the kill switch stands.</summary>
internal static class KillSwitchOutput
{
    public static int Write(CliHost host, OutputFormat format, KillSwitchStatus status)
    {
        AnswerOutput.Write(host, format, PrintedKillSwitch.Of(status), AscendJsonContext.Default.PrintedKillSwitch, ToTable);
        return ExitCodes.Success;
    }

    private static Table ToTable(PrintedKillSwitch status)
    {
        var table = new Table("Kill switch", new("Field"), new("Value"));
        table.Add("active", status.Active ? "yes" : "no");
        table.Add("reason", status.Reason);
        table.Add("since", Timestamp.ForTable(status.ActivatedAt));
        table.Add("by", status.ActivatedBy);
        return table;
    }
}
