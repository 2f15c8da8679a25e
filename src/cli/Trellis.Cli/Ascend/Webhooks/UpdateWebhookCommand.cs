using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks update</c>.</summary>
internal sealed class UpdateWebhookCommand : AscendCommand
{
    private readonly TextArgument _id = WebhookSettings.Id();
    private readonly Setting<string?> _target = WebhookSettings.Target("Where deliveries go from now on; an https address (default: as it is)");
    private readonly ListSetting _events = WebhookSettings.Events("What is delivered from now on (default: as it is)");
    private readonly Setting<string?> _secret = WebhookSettings.Secret();

    public UpdateWebhookCommand(CliHost host)
        : base(host, "update", "Change a webhook. What is not given stays as it is", AscendCredential.Either)
    {
        Add(_id);
        Add(_target);
        Add(_events);
        Add(_secret);
        Examples = ["7 -e action.pending -e policy.violation"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var secret = _secret.Read(input, null) is { } text ? new Secret(text) : null;
        var webhook = await client.Webhooks
            .UpdateAsync(_id.Read(input), _target.Read(input, null), _events.Read(input), secret, cancellationToken)
            .ConfigureAwait(false);
        AnswerOutput.Write(
            input.Host, format, PrintedWebhook.Of(webhook), AscendJsonContext.Default.PrintedWebhook, static answer => WebhookTable.Of([answer]));
        return ExitCodes.Success;
    }
}
