using System.CommandLine;

namespace Trellis.Cli.Aerostack.Database;

/// <summary><c>db</c>.</summary>
internal sealed class DatabaseGroup : Command
{
    public DatabaseGroup(CliHost host)
        : base("db", "Ask the project's SQL database") =>
        Add(new QueryCommand(host));
}
