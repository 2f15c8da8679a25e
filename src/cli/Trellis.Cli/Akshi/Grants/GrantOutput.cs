using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Grants;

/// <summary>Prints what became of a grant.</summary>
internal static class GrantOutput
{
    public static int Write(CliHost host, OutputFormat format, GrantChange change)
    {
        AnswerOutput.Write(host, format, change, AkshiJsonContext.Default.GrantChange, ToTable);
        return ExitCodes.Success;
    }

    private static Table ToTable(GrantChange change)
    {
        var table = new Table("Grant", new("Field"), new("Value"));
        table.Add("agent", change.Agent);
        table.Add("domain", change.Domain);
        table.Add("secret", change.SecretName);
        table.Add("status", change.Status?.ToString());
        table.Add("revoked at", Timestamp.ForTable(change.RevokedAt));
        return table;
    }
}
