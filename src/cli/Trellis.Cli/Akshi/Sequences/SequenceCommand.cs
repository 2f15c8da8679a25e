using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Sequences;

/// <summary>A command that prints a part of the log or of the findings, a line each, and can go on with what is added.</summary>
internal abstract class SequenceCommand<T> : AkshiCommand
{
    private const int UsualLines = 20;
    private const int MostLines = 100_000;

    private readonly SwitchSetting _follow;
    private readonly Setting<int> _lines;
    private readonly Setting<int> _since;
    private readonly IntervalSetting _interval = new();
    private readonly Setting<string?> _agent;

    protected SequenceCommand(CliHost host, string name, string description)
        : base(host, name, description)
    {
        _follow = new("follow", "TRELLIS_AKSHI_FOLLOW", "Go on printing what is added, until Ctrl-C", "Print what is there (default)", alias: "-f");
        _lines = new(
            "--lines", "TRELLIS_AKSHI_LINES", "COUNT", $"How many of the newest, from 0 to {MostLines} (default: {UsualLines})",
            SettingFormats.WholeNumber(0, MostLines));
        _since = new(
            "--since", "TRELLIS_AKSHI_SINCE", "SEQ", "Print all that came after this one instead, by the number that stands first; 0 for everything",
            SettingFormats.WholeNumber(0, int.MaxValue));
        _agent = new("--agent", "TRELLIS_AKSHI_AGENT", "NAME", "Of this agent alone", SettingFormats.Text);
        _follow.AddTo(this);
        Add(_lines);
        Add(_since);
        _interval.AddTo(this);
        Add(_agent);
        Validators.Add(result =>
        {
            if (result.GetResult(_lines) is not null && result.GetResult(_since) is not null)
            {
                result.AddError($"{_lines.Name} and {_since.Name} exclude each other.");
            }
        });
    }

    protected sealed override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var isOfWantedKind = Filter(input);
        var agent = _agent.Read(input, null);
        bool IsWanted(T item) => (agent is null || AgentOf(item) == agent) && isOfWantedKind(item);

        var reader = new SequenceReader<T>((since, limit, token) => ReadAsync(client, since, limit, token), PlaceOf);
        var options = new FollowOptions { Interval = _interval.Read(input) };
        var follows = _follow.Read(input);
        long since = _since.Read(input, -1);
        if (since < 0)
        {
            since = await reader.HeadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var item in await reader.NewestAsync(since, _lines.Read(input, UsualLines), IsWanted, cancellationToken).ConfigureAwait(false))
            {
                Write(input.Host, format, item);
            }
        }
        else if (!follows)
        {
            await WriteAllAsync(reader.AfterAsync(since, cancellationToken)).ConfigureAwait(false);
        }

        if (follows) await WriteAllAsync(Follow(client, since, options, cancellationToken)).ConfigureAwait(false);
        return ExitCodes.Success;

        async Task WriteAllAsync(IAsyncEnumerable<T> items)
        {
            await foreach (var item in items.ConfigureAwait(false))
            {
                if (IsWanted(item)) Write(input.Host, format, item);
            }
        }
    }

    /// <summary>Which items are printed, beside the choice of an agent.</summary>
    protected abstract Func<T, bool> Filter(CommandInput input);

    /// <summary>An item's place, from 1.</summary>
    protected abstract long PlaceOf(T item);

    /// <summary>Whose it is.</summary>
    protected abstract string? AgentOf(T item);

    /// <summary>Asks for a page.</summary>
    protected abstract Task<SequencePage<T>> ReadAsync(AkshiClient client, long since, int limit, CancellationToken cancellationToken);

    /// <summary>Reads on from a place.</summary>
    protected abstract IAsyncEnumerable<T> Follow(AkshiClient client, long since, FollowOptions options, CancellationToken cancellationToken);

    /// <summary>Prints one.</summary>
    protected abstract void Write(CliHost host, OutputFormat format, T item);
}
