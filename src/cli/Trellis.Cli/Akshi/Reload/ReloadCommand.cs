using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Reload;

/// <summary><c>reload</c>.</summary>
internal sealed class ReloadCommand : AkshiCommand
{
    private readonly Setting<string?> _agent = new("--agent", "TRELLIS_AKSHI_AGENT", "NAME", "This agent alone", SettingFormats.Text);

    public ReloadCommand(CliHost host)
        : base(host, "reload", "Have the runtime read its configuration anew. One that is not valid changes nothing, and exits with 3")
    {
        Add(_agent);
        Examples = ["", "--agent log-monitor", "--output json | jq -r '.requires_restart[]'"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var result = await client.ReloadAsync(_agent.Read(input, null), cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, result, AkshiJsonContext.Default.ReloadResult, ToTable);
        return result is { Ok: false } or { Errors.Count: > 0 } ? ExitCodes.Validation : ExitCodes.Success;
    }

    private static Table ToTable(ReloadResult result)
    {
        var table = new Table("Reload", new("Field"), new("Value"));
        table.Add("reloaded", string.Join(", ", result.Reloaded));
        table.Add("added", string.Join(", ", result.Added));
        table.Add("removed", string.Join(", ", result.Removed));
        table.Add("unchanged", string.Join(", ", result.Unchanged));
        table.Add("needs a restart", string.Join(", ", result.RequiresRestart));
        table.Add("errors", string.Join("; ", result.Errors));
        return table;
    }
}
