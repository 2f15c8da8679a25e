using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys get-config</c>.</summary>
internal sealed class GetKeyConfigCommand : AskiiCommand
{
    private readonly Setting<string?> _key = KeySettings.Key();

    public GetKeyConfigCommand(CliHost host)
        : base(host, "get-config", "Show how a key is configured. Always prints JSON", OutputFormat.Json)
    {
        Add(_key);
        Examples = ["--key my-app", "--key my-app | jq -r .default_model"];
    }

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var config = await client.Keys.GetConfigAsync(_key.ReadRequired(input)!, cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, config, AskiiJsonContext.Default.KeyConfig);
    }
}
