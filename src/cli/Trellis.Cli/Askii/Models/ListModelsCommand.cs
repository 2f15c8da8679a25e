using Trellis.Askii;

namespace Trellis.Cli.Askii.Models;

/// <summary><c>models list</c>.</summary>
internal sealed class ListModelsCommand : AskiiCommand
{
    public ListModelsCommand(CliHost host)
        : base(host, "list", "List the models that keys may be given", OutputFormat.Table) =>
        Examples = ["", "--output json | jq -r '.models[].model_name'"];

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var list = await client.Models.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, list, AskiiJsonContext.Default.ModelList, ToTable);
    }

    private static Table ToTable(ModelList list)
    {
        var table = new Table("Available models", new TableColumn("Model"));
        foreach (var model in list.Models) table.Add(model.ModelName);
        return table;
    }
}
