using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks delete</c>.</summary>
internal sealed class DeleteWebhookCommand : AscendCommand
{
    private readonly TextArgument _id = WebhookSettings.Id();

    public DeleteWebhookCommand(CliHost host)
        : base(host, "delete", "Delete a webhook. Always prints JSON", AscendCredential.Either)
    {
        Add(_id);
        Examples = ["7"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var answer = await client.Webhooks.DeleteAsync(_id.Read(input), cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AscendJsonContext.Default.JsonObject);
        return ExitCodes.Success;
    }
}
