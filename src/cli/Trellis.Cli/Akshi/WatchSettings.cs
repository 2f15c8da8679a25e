using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Cli.Akshi;

/// <summary><c>--watch</c> and <c>--interval</c>: whether an answer is shown once, or again and again as it changes.</summary>
internal sealed class WatchSettings
{
    private readonly SwitchSetting _watch = new(
        "watch", "TRELLIS_AKSHI_WATCH", "Go on showing it as it changes, until Ctrl-C", "Show it once (default)", alias: "-w");

    private readonly IntervalSetting _interval = new();

    public void AddTo(Command command)
    {
        _watch.AddTo(command);
        _interval.AddTo(command);
    }

    /// <summary>Shows the answer. Watched as JSON, it is one line each time.</summary>
    /// <param name="input">What the command was told.</param>
    /// <param name="format">How it is printed.</param>
    /// <param name="typeInfo">The answer's JSON form.</param>
    /// <param name="toTable">Its table, whose first column tells the rows apart.</param>
    /// <param name="read">Asks for it.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    public async Task RunAsync<T>(
        CommandInput input,
        OutputFormat format,
        JsonTypeInfo<T> typeInfo,
        Func<T, Table> toTable,
        Func<CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        var host = input.Host;
        var interval = _interval.Read(input);
        if (!_watch.Read(input))
        {
            AnswerOutput.Write(host, format, await read(cancellationToken).ConfigureAwait(false), typeInfo, toTable);
            return;
        }

        var live = new LiveTable(host);
        while (true)
        {
            var answer = await read(cancellationToken).ConfigureAwait(false);
            if (format == OutputFormat.Json) JsonOutput.WriteLine(host.Output, answer, typeInfo);
            else live.Show(toTable(answer));
            await Task.Delay(interval, host.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
