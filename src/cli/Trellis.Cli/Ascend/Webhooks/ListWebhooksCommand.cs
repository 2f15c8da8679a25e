using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks list</c>.</summary>
internal sealed class ListWebhooksCommand : AscendCommand
{
    public ListWebhooksCommand(CliHost host)
        : base(host, "list", "List the webhooks", AscendCredential.Either) =>
        Examples = ["", "--output json | jq -r '.webhooks[].url'"];

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var list = await client.Webhooks.ListAsync(cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(
            input.Host, format, PrintedWebhooks.Of(list), AscendJsonContext.Default.PrintedWebhooks, static answer => WebhookTable.Of(answer.Webhooks));
        return ExitCodes.Success;
    }
}
