using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Services;

/// <summary><c>services invoke</c>.</summary>
internal sealed class InvokeCommand : AerostackCommand
{
    private readonly TextArgument _service = new("service", "The name of the service");
    private readonly JsonSetting _data = new("--data", "TRELLIS_AEROSTACK_DATA", "What it is told (default: nothing)");

    public InvokeCommand(CliHost host)
        : base(host, "invoke", "Call a service and print its answer. Always prints JSON. Exit code 6 when it says no success", OutputFormat.Json)
    {
        Add(_service);
        Add(_data);
        Examples = ["thumbnails --data '{\"key\": \"avatars/ada.png\"}'", "rates | jq .result.eur"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var data = await _data.ReadAsync(input, cancellationToken).ConfigureAwait(false) ?? [];
        var answer = await client.Services.InvokeAsync(_service.Read(input), data, cancellationToken: cancellationToken).ConfigureAwait(false);
        var printed = PrintedResult.Of(answer);
        JsonOutput.Write(input.Host.Output, printed, AerostackJsonContext.Default.PrintedResult);
        return printed.Success ? ExitCodes.Success : ExitCodes.Api;
    }
}
