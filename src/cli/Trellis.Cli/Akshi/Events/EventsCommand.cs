using System.Runtime.CompilerServices;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Events;

/// <summary><c>events</c>.</summary>
internal sealed class EventsCommand : AkshiCommand
{
    private readonly Setting<EventStream> _stream = new(
        "--stream", "TRELLIS_AKSHI_STREAM", "agui|runtime|tasks", "Which events (default: agui; runtime with --agent)",
        SettingFormats.Choice(("agui", EventStream.Agui), ("runtime", EventStream.Runtime), ("tasks", EventStream.Tasks)));

    private readonly Setting<string?> _agent = new("--agent", "TRELLIS_AKSHI_AGENT", "NAME", "What this agent says and does alone", SettingFormats.Text);
    private readonly ListSetting _names = new("--event", "-e", "TRELLIS_AKSHI_EVENTS", "NAME", "Events of this name alone; repeat it for more");

    private readonly Setting<int> _count = new(
        "--count", "TRELLIS_AKSHI_COUNT", "COUNT", "End after so many events (default: never)", SettingFormats.WholeNumber(1, int.MaxValue));

    private readonly Setting<string?> _after = new(
        "--after", "TRELLIS_AKSHI_AFTER", "ID", "Begin behind this event, as far as the runtime still keeps what came then", SettingFormats.Text);

    private readonly SwitchSetting _once = new(
        "once", "TRELLIS_AKSHI_ONCE", "End when the connection does", "Connect again and go on where it broke (default)");

    public EventsCommand(CliHost host)
        : base(host, "events", "Print what happens as it happens, a line each, until Ctrl-C; as JSON, an object on each line")
    {
        Add(_stream);
        Add(_agent);
        Add(_names);
        Add(_count);
        Add(_after);
        _once.AddTo(this);
        Examples =
        [
            "", "--agent log-monitor", "-e RUN_FINISHED --output json | jq -r .data.outcome", "--stream tasks", "-e STATE_SNAPSHOT --count 1 --output json",
        ];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var names = _names.Read(input);
        var left = _count.Read(input, int.MaxValue);
        await foreach (var item in OpenAsync(client, input, cancellationToken).ConfigureAwait(false))
        {
            if (names is not null && !names.Contains(item.Name, StringComparer.Ordinal)) continue;
            EventOutput.Write(input.Host, format, item);
            if (--left == 0) break;
        }

        return ExitCodes.Success;
    }

    private IAsyncEnumerable<AkshiEvent> OpenAsync(AkshiClient client, CommandInput input, CancellationToken cancellationToken)
    {
        var options = new EventStreamOptions { LastEventId = ReadAfter(input), Resume = !_once.Read(input) };
        return (_stream.Read(input, EventStream.Usual), _agent.Read(input, null)) switch
        {
            (EventStream.Usual or EventStream.Agui, null) => AsEventsAsync(client.Events.StreamAguiAsync(options, cancellationToken), cancellationToken),
            (EventStream.Tasks, null) => AsEventsAsync(client.Events.StreamTasksAsync(options, cancellationToken), cancellationToken),
            (EventStream.Runtime, null) => AsEventsAsync(client.Events.StreamAsync(options, cancellationToken), cancellationToken),
            (EventStream.Usual or EventStream.Runtime, { } agent) =>
                AsEventsAsync(client.Events.StreamAgentAsync(agent, options, cancellationToken), cancellationToken),
            _ => throw new UsageException($"{_agent.Name} goes with '{_stream.Name} runtime' alone: the other streams are those of all agents."),
        };
    }

    private string? ReadAfter(CommandInput input) => _after.Read(input, null) is { } id && id.AsSpan().ContainsAny('\r', '\n', '\0')
        ? throw new UsageException($"{_after.Name} must be the id of an event, which has no line breaks.")
        : _after.Read(input, null);

    private static async IAsyncEnumerable<AkshiEvent> AsEventsAsync<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : AkshiEvent
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return item;
    }
}
