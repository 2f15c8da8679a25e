using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary><c>complete</c>.</summary>
internal sealed class CompleteCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();
    private readonly JsonSetting _result = new("--result", "TRELLIS_ASCEND_RESULT", "What came of it");
    private readonly Setting<int> _durationMs = DecisionSettings.DurationMs();

    public CompleteCommand(CliHost host)
        : base(host, "complete", "Report that an action was carried out", AscendCredential.Agent)
    {
        Add(_actionId);
        Add(_result);
        Add(_durationMs);
        Examples = ["1547", "1547 --result '{\"rows\": 12}' --duration-ms 80"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var result = await _result.ReadAsync(input, cancellationToken).ConfigureAwait(false);
        var duration = TimeSpan.FromMilliseconds(_durationMs.Read(input, 0));
        var entry = await client.LogActionCompletedAsync(_actionId.Read(input), result, duration, cancellationToken).ConfigureAwait(false);
        return OutcomeOutput.Write(input.Host, format, entry);
    }
}
