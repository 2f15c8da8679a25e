using System.CommandLine;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache</c>.</summary>
internal sealed class CacheGroup : Command
{
    public CacheGroup(CliHost host)
        : base("cache", "Keep values under keys, for a while or for ever")
    {
        Add(new GetCommand(host));
        Add(new SetCommand(host));
        Add(new ExistsCommand(host));
        Add(new IncrementCommand(host));
        Add(new ListCommand(host));
        Add(new DeleteCommand(host));
    }
}
