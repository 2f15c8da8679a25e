using System.CommandLine;
using Trellis.Cli.Aerostack.Ai;
using Trellis.Cli.Aerostack.Auth;
using Trellis.Cli.Aerostack.Cache;
using Trellis.Cli.Aerostack.Database;
using Trellis.Cli.Aerostack.Queue;
using Trellis.Cli.Aerostack.Services;
using Trellis.Cli.Aerostack.Storage;

namespace Trellis.Cli.Aerostack;

/// <summary><c>aerostack</c>: all commands of the Aerostack platform; the root when the program is called by that name.</summary>
internal sealed class AerostackGroup : Command
{
    public AerostackGroup(CliHost host)
        : base("aerostack", "Aerostack platform CLI: a project's database, cache, queue, files, users, services and models")
    {
        Add(new DatabaseGroup(host));
        Add(new CacheGroup(host));
        Add(new QueueGroup(host));
        Add(new StorageGroup(host));
        Add(new AiGroup(host));
        Add(new AuthGroup(host));
        Add(new ServicesGroup(host));
    }
}
