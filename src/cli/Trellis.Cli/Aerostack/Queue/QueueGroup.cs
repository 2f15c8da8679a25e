using System.CommandLine;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue</c>.</summary>
internal sealed class QueueGroup : Command
{
    public QueueGroup(CliHost host)
        : base("queue", "Have jobs done, and do them")
    {
        Add(new EnqueueCommand(host));
        Add(new JobCommand(host));
        Add(new JobsCommand(host));
        Add(new CancelCommand(host));
        Add(new TakeCommand(host));
        Add(new CompleteCommand(host));
        Add(new FailCommand(host));
    }
}
