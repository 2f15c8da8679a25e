using System.Globalization;
using Trellis.Akshi;
using Trellis.Cli.Akshi.Sequences;

namespace Trellis.Cli.Akshi.Logs;

/// <summary><c>logs</c>.</summary>
internal sealed class LogsCommand : SequenceCommand<LogEntry>
{
    private readonly Setting<int> _level = new(
        "--level", "TRELLIS_AKSHI_LEVEL", "trace|debug|info|warn|error", "From this level on (default: trace)",
        SettingFormats.Choice([.. LogLevels.Names.Select(static (name, rank) => (name, rank))]));

    public LogsCommand(CliHost host)
        : base(host, "logs", "Print the newest lines of the runtime's log; as JSON, an object on each line")
    {
        Add(_level);
        Examples = ["", "-f --level warn", "--since 0 --agent log-monitor --output json | jq -r .message"];
    }

    protected override Func<LogEntry, bool> Filter(CommandInput input)
    {
        var least = _level.Read(input, 0);
        return line => LogLevels.RankOf(line.Level) >= least;
    }

    protected override long PlaceOf(LogEntry item) => item.Seq;

    protected override string? AgentOf(LogEntry item) => item.Agent;

    protected override async Task<SequencePage<LogEntry>> ReadAsync(AkshiClient client, long since, int limit, CancellationToken cancellationToken)
    {
        var page = await client.LogsAsync(since, limit, cancellationToken).ConfigureAwait(false);
        return new(page.Logs, page.NextSeq);
    }

    protected override IAsyncEnumerable<LogEntry> Follow(AkshiClient client, long since, FollowOptions options, CancellationToken cancellationToken) =>
        client.FollowLogsAsync(since, options, cancellationToken);

    protected override void Write(CliHost host, OutputFormat format, LogEntry item)
    {
        if (format == OutputFormat.Json) JsonOutput.WriteLine(host.Output, item, AkshiJsonContext.Default.LogEntry);
        else host.Output.WriteLine(TerminalText.Line(Line(item)));
    }

    private static string Line(LogEntry item) => string.Create(
        CultureInfo.InvariantCulture, $"{item.Seq,8}  {LineTime.Of(item.Ts)}  {item.Level,-5}  {item.Agent ?? "(runtime)",-16}  {item.Message}").TrimEnd();
}
