using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks add</c>.</summary>
internal sealed class AddWebhookCommand : AscendCommand
{
    private readonly Setting<string?> _target = WebhookSettings.Target("Where deliveries go; an https address (required)");
    private readonly ListSetting _events = WebhookSettings.Events("What is delivered (required)");
    private readonly Setting<string?> _secret = WebhookSettings.Secret();

    public AddWebhookCommand(CliHost host)
        : base(host, "add", "Have an address told what happens to the agent", AscendCredential.Either)
    {
        Add(_target);
        Add(_events);
        Add(_secret);
        Examples = ["--target https://hooks.example.com/ascend -e action.pending -e action.denied"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var secret = _secret.Read(input, null) is { } text ? new Secret(text) : null;
        var webhook = await client
            .ConfigureWebhookAsync(_target.ReadRequired(input)!, _events.ReadRequired(input), secret, cancellationToken)
            .ConfigureAwait(false);
        AnswerOutput.Write(
            input.Host, format, PrintedWebhook.Of(webhook), AscendJsonContext.Default.PrintedWebhook, static answer => WebhookTable.Of([answer]));
        return ExitCodes.Success;
    }
}
