using System.CommandLine;

namespace Trellis.Cli.Akshi;

/// <summary><c>--interval</c>: how often the runtime is asked again. Its limit of requests a minute is shared by all who ask from one address.</summary>
internal sealed class IntervalSetting
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private readonly Setting<TimeSpan?> _interval = new(
        "--interval", "TRELLIS_AKSHI_INTERVAL", "SECONDS", "How often to look again (default: 2)", SettingFormats.Seconds);

    public void AddTo(Command command) => command.Add(_interval);

    /// <summary>The interval, which is never shorter than a tenth of a second.</summary>
    public TimeSpan Read(CommandInput input) => _interval.Read(input, Usual) is { } interval && interval > Shortest ? interval : Shortest;
}
