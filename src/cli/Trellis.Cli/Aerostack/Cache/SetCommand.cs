using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary><c>cache set</c>.</summary>
internal sealed class SetCommand : AerostackCommand
{
    private readonly TextArgument _key = CacheSettings.Key();
    private readonly TextArgument _value = new("value", $"The value as JSON, {GivenText.Elsewhere}");
    private readonly SwitchSetting _text = new("text", "TRELLIS_AEROSTACK_TEXT", "Take the value for a text, not for JSON", "Take it for JSON (default)");
    private readonly Setting<TimeSpan?> _timeToLive = CacheSettings.TimeToLive();

    public SetCommand(CliHost host)
        : base(host, "set", "Keep a value under a key. Always prints JSON", OutputFormat.Json)
    {
        Add(_key);
        Add(_value);
        _text.AddTo(this);
        Add(_timeToLive);
        Examples = ["session:42 '{\"user\": \"ada\"}' --ttl 3600", "greeting 'Good morning' --text", "report @report.json"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var given = _value.Read(input);
        var text = given.Length == 0 ? given : await GivenText.ReadAsync(_value.Name, given, input.Host, cancellationToken).ConfigureAwait(false);
        var value = _text.Read(input) ? JsonValue.Create(text) : Parse(text);
        var answer = await client.Cache
            .SetAsync(_key.Read(input), value, _timeToLive.Read(input, null), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, answer, AerostackJsonContext.Default.SuccessAnswer);
        return ExitCodes.Success;
    }

    private JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new UsageException($"{_value.Name} must be JSON; --text takes it for a text. {e.Message}");
        }
    }
}
