using System.Text.Json;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache get</c>.</summary>
internal sealed class GetCommand : AerostackCommand
{
    private readonly TextArgument _key = CacheSettings.Key();

    public GetCommand(CliHost host)
        : base(host, "get", "Print a value: a text as it is, and else as JSON. Exit code 6 when there is none")
    {
        Add(_key);
        Examples = ["greeting", "session:42 --output json | jq .value.user"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var key = _key.Read(input);
        var value = PrintedValue.Of(key, await client.Cache.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false));
        if (format == OutputFormat.Json) JsonOutput.Write(input.Host.Output, value, AerostackJsonContext.Default.PrintedValue);
        else if (value.Exists) WriteValue(input.Host.Output, value.Value);
        else await input.Host.Error.WriteLineAsync($"There is nothing under '{TerminalText.Line(key)}'.").ConfigureAwait(false);
        return value.Exists ? ExitCodes.Success : ExitCodes.Api;
    }

    private static void WriteValue(TextWriter output, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.String } text) output.WriteLine(TerminalText.Lines(text.GetString()!));
        else if (value is { } other) JsonOutput.Write(output, other, AerostackJsonContext.Default.JsonElement);
        else output.WriteLine("null");
    }
}
