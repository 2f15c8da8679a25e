using System.CommandLine;

namespace Trellis.Cli.Ascend.Audit;

/// <summary><c>audit</c>.</summary>
internal sealed class AuditGroup : Command
{
    public AuditGroup(CliHost host)
        : base("audit", "Read the record of all that happened, and have it verified")
    {
        Add(new TailAuditCommand(host));
        Add(new VerifyAuditCommand(host));
        Add(new ExportAuditCommand(host));
    }
}
