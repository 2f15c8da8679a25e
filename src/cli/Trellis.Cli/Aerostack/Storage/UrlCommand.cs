using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage url</c>.</summary>
internal sealed class UrlCommand : AerostackCommand
{
    private const string Path = "/storage/getUrl";

    private readonly TextArgument _key = StorageSettings.Key();

    private readonly Setting<TimeSpan?> _expiresIn = new(
        "--expires-in", "TRELLIS_AEROSTACK_EXPIRES_IN", "SECONDS", "How long it works, in whole seconds (default: as long as the server says)",
        SettingFormats.Seconds);

    public UrlCommand(CliHost host)
        : base(host, "url", "Print an address that anybody can read a file from")
    {
        Add(_key);
        Add(_expiresIn);
        Examples = ["reports/july.pdf", "reports/july.pdf --expires-in 600 | xargs curl -O"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["key"] = _key.Read(input) };
        if (_expiresIn.Read(input, null) is { } time) body["expiresIn"] = (long)Math.Ceiling(time.TotalSeconds);
        var answer = await client.RequestAsync(HttpMethod.Post, Path, body, cancellationToken: cancellationToken).ConfigureAwait(false);
        var url = answer.Deserialize(AerostackJsonContext.Default.StorageUrl)!;
        if (format == OutputFormat.Json) JsonOutput.Write(input.Host.Output, url, AerostackJsonContext.Default.StorageUrl);
        else await input.Host.Output.WriteLineAsync(TerminalText.Line(url.Url?.ToString() ?? "")).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
