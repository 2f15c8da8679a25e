using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary><c>tasks create</c>.</summary>
internal sealed class CreateTaskCommand : AkshiCommand
{
    private const string Operator = "operator";

    private readonly Setting<string?> _from = new(
        "--from", "TRELLIS_AKSHI_FROM", "NAME", $"Who gives it; need not be an agent (default: {Operator})", SettingFormats.Text);

    private readonly Setting<string?> _to = new("--to", "TRELLIS_AKSHI_TO", "AGENT", "Which agent is to do it (required)", SettingFormats.Text);
    private readonly JsonValueSetting _input = new("--input", "TRELLIS_AKSHI_INPUT", "What it is given (required)");

    public CreateTaskCommand(CliHost host)
        : base(host, "create", "Give an agent something to do")
    {
        Add(_from);
        Add(_to);
        Add(_input);
        Examples = ["--to researcher --input '{\"query\": \"what is new?\"}'", "--from orchestrator --to researcher --input @task.json --output json | jq -r .id"];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var to = _to.ReadRequired(input)!;
        var given = await _input.ReadRequiredAsync(input, cancellationToken).ConfigureAwait(false);
        var task = await client.Tasks.CreateAsync(_from.Read(input, Operator)!, to, given, cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, task, AkshiJsonContext.Default.A2ATask, ToTable);
        return ExitCodes.Success;
    }

    private static Table ToTable(A2ATask task)
    {
        var table = new Table($"Task {task.Id}", new("Field"), new("Value"));
        table.Add("status", task.Status?.ToString());
        table.Add("created at", Timestamp.ForTable(task.CreatedAt));
        return table;
    }
}
