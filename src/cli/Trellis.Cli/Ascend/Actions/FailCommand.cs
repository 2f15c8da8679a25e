using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary><c>fail</c>.</summary>
internal sealed class FailCommand : AscendCommand
{
    private readonly TextArgument _actionId = ActionArgument.Create();

    private readonly Setting<string?> _error = new(
        "--error", "TRELLIS_ASCEND_ERROR", "TEXT", "What went wrong (required)", SettingFormats.Text);

    private readonly JsonSetting _details = new("--details", "TRELLIS_ASCEND_DETAILS", "More about it, beside the text as its message");
    private readonly Setting<int> _durationMs = DecisionSettings.DurationMs();

    public FailCommand(CliHost host)
        : base(host, "fail", "Report that an action was allowed, but failed", AscendCredential.Agent)
    {
        Add(_actionId);
        Add(_error);
        Add(_details);
        Add(_durationMs);
        Examples = ["1547 --error 'the database is read-only'", "1547 --error 'refused' --details '{\"sqlstate\": \"25006\"}'"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        JsonNode error = _error.ReadRequired(input)!;
        if (await _details.ReadAsync(input, cancellationToken).ConfigureAwait(false) is { } details)
        {
            details["message"] = error;
            error = details;
        }

        var duration = TimeSpan.FromMilliseconds(_durationMs.Read(input, 0));
        var entry = await client.LogActionFailedAsync(_actionId.Read(input), error, duration, cancellationToken).ConfigureAwait(false);
        return OutcomeOutput.Write(input.Host, format, entry);
    }
}
