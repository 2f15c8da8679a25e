using System.Globalization;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache increment</c>.</summary>
internal sealed class IncrementCommand : AerostackCommand
{
    private readonly TextArgument _key = CacheSettings.Key();

    private readonly Setting<int> _amount = new(
        "--amount", "TRELLIS_AEROSTACK_AMOUNT", "NUMBER", "By how much; less than 0 counts down (default: 1)",
        SettingFormats.WholeNumber(int.MinValue, int.MaxValue));

    private readonly Setting<TimeSpan?> _timeToLive = CacheSettings.TimeToLive();

    public IncrementCommand(CliHost host)
        : base(host, "increment", "Add to a counter, which begins at 0, and print what it is now")
    {
        Add(_key);
        Add(_amount);
        Add(_timeToLive);
        Examples = ["visits", "visits --amount 10 --output json"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var counter = await client.Cache
            .IncrementAsync(_key.Read(input), _amount.Read(input, 1), timeToLive: _timeToLive.Read(input, null), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        if (format == OutputFormat.Json) JsonOutput.Write(input.Host.Output, counter, AerostackJsonContext.Default.CacheCounter);
        else await input.Host.Output.WriteLineAsync(counter.Value?.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
