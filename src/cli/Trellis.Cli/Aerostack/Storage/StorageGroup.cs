using System.CommandLine;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage</c>.</summary>
internal sealed class StorageGroup : Command
{
    public StorageGroup(CliHost host)
        : base("storage", "Keep files under keys")
    {
        Add(new PutCommand(host));
        Add(new GetCommand(host));
        Add(new ListCommand(host));
        Add(new StatCommand(host));
        Add(new UrlCommand(host));
        Add(new CopyCommand(host));
        Add(new MoveCommand(host));
        Add(new RemoveCommand(host));
    }
}
