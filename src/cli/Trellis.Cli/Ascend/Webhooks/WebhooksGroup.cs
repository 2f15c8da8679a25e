using System.CommandLine;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks</c>.</summary>
internal sealed class WebhooksGroup : Command
{
    public WebhooksGroup(CliHost host)
        : base("webhooks", "Have addresses told what happens")
    {
        Add(new ListWebhooksCommand(host));
        Add(new AddWebhookCommand(host));
        Add(new UpdateWebhookCommand(host));
        Add(new DeleteWebhookCommand(host));
        Add(new TestWebhookCommand(host));
    }
}
