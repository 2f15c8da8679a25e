using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys revoke</c>.</summary>
internal sealed class RevokeKeyCommand : AskiiCommand
{
    private readonly Setting<string?> _key = KeySettings.Key();

    public RevokeKeyCommand(CliHost host)
        : base(host, "revoke", "Revoke a key: from the next request on it no longer works. Always prints JSON", OutputFormat.Json)
    {
        Add(_key);
        Examples = ["--key my-app"];
    }

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var revoked = await client.Keys.RevokeAsync(_key.ReadRequired(input)!, cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, revoked, AskiiJsonContext.Default.RevokedKey);
    }
}
