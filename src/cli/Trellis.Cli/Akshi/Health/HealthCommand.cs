using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Health;

/// <summary><c>health</c>.</summary>
internal sealed class HealthCommand : AkshiCommand
{
    public HealthCommand(CliHost host)
        : base(host, "health", "Find out whether the runtime answers and is well. Needs no token. Exit code 0: well, 4: not there, 5: not well") =>
        Examples = ["", "--output json | jq -r .version"];

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var health = await client.HealthAsync(cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, health, AkshiJsonContext.Default.HealthStatus, ToTable);
        return health.IsHealthy ? ExitCodes.Success : ExitCodes.Server;
    }

    private static Table ToTable(HealthStatus health)
    {
        var table = new Table("Health", new("Field"), new("Value"));
        table.Add("status", health.Status ?? (health.IsHealthy ? "ok" : "not ok"));
        table.Add("version", health.Version);
        table.Add("uptime", health.UptimeMs is { } milliseconds ? Duration.Of(milliseconds) : null);
        return table;
    }
}
