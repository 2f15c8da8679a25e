using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary><c>audit tail</c>.</summary>
internal sealed class TailAuditCommand : AscendCommand
{
    private const int DefaultLines = 20;
    private const int MostLines = 10_000;

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);

    private readonly Setting<int> _lines = new(
        "--lines", "TRELLIS_ASCEND_LINES", "COUNT", $"How many records, from 0 to {MostLines} (default: {DefaultLines})",
        SettingFormats.WholeNumber(0, MostLines));

    private readonly SwitchSetting _follow = new(
        "follow", "TRELLIS_ASCEND_FOLLOW", "Go on printing what is added, until Ctrl-C", "Print what is there (default)");

    private readonly Setting<TimeSpan?> _interval = new(
        "--interval", "TRELLIS_ASCEND_INTERVAL", "SECONDS", "How often to look for what was added (default: 2)", SettingFormats.Seconds);

    private readonly AuditFilterSettings _filter = new();

    public TailAuditCommand(CliHost host)
        : base(host, "tail", "Print the newest records of the audit log, a line each; as JSON, an object on each line", AscendCredential.Either)
    {
        Add(_lines);
        _follow.AddTo(this);
        Add(_interval);
        _filter.AddTo(this);
        Examples = ["", "--follow --event-type agent_action_denied", "--lines 1000 --output json | jq -r .event_type | sort | uniq -c"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var tail = new AuditTail(client, _filter.Read(input));
        var interval = _interval.Read(input, null) ?? DefaultInterval;
        var follows = _follow.Read(input);
        var lines = _lines.Read(input, DefaultLines);

        // To follow from here on, the newest record has to be known, wanted or not.
        var newest = await tail.NewestAsync(follows ? Math.Max(lines, 1) : lines, cancellationToken).ConfigureAwait(false);
        Write(input.Host, format, lines == 0 ? [] : newest);
        while (follows)
        {
            await Task.Delay(interval > ShortestInterval ? interval : ShortestInterval, input.Host.Time, cancellationToken).ConfigureAwait(false);
            Write(input.Host, format, await tail.AddedAsync(cancellationToken).ConfigureAwait(false));
        }

        return ExitCodes.Success;
    }

    private static void Write(CliHost host, OutputFormat format, IReadOnlyList<AuditEvent> records)
    {
        foreach (var record in records) AuditOutput.Write(host, format, record);
    }
}
