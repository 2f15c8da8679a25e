using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary><c>queue take</c>.</summary>
internal sealed class TakeCommand : AerostackCommand
{
    private const int Most = 50;

    private readonly ListSetting _types = new("--type", "-t", "TRELLIS_AEROSTACK_JOB_TYPES", "TYPE", "Only jobs of this kind; repeat it for more (default: all)");

    private readonly Setting<int> _count = new(
        "--count", "TRELLIS_AEROSTACK_COUNT", "COUNT", $"How many at the most, from 1 to {Most} (default: 1)", SettingFormats.WholeNumber(1, Most));

    private readonly Setting<TimeSpan?> _lease = new(
        "--lease", "TRELLIS_AEROSTACK_LEASE", "SECONDS", "How long nobody else gets them, in whole seconds (default: 60)", SettingFormats.Seconds);

    private readonly Setting<string?> _worker = new("--worker", "TRELLIS_AEROSTACK_WORKER", "NAME", "Who does them", SettingFormats.Text);

    public TakeCommand(CliHost host)
        : base(host, "take", "Take jobs to do them; only a Trellis server knows it. Always prints JSON", OutputFormat.Json)
    {
        Add(_types);
        Add(_count);
        Add(_lease);
        Add(_worker);
        Examples = ["--type send-email", "--type send-email --lease 300 | jq -r '.jobs[] | .id, .lease'"];
    }

    protected override Task<int> RunAsync(AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["count"] = _count.Read(input, 1) };
        if (_types.Read(input) is { } types) body["types"] = new JsonArray([.. types.Select(static type => JsonValue.Create(type))]);
        if (_lease.Read(input, null) is { } lease) body["leaseSeconds"] = QueueSettings.WholeSeconds(lease);
        if (_worker.Read(input, null) is { } worker) body["worker"] = worker;
        return WorkerRequest.SendAsync(client, input.Host, "/queue/take", body, cancellationToken);
    }
}
