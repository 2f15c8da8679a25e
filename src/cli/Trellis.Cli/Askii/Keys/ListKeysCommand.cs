using System.Globalization;
using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys list</c>.</summary>
internal sealed class ListKeysCommand : AskiiCommand
{
    public ListKeysCommand(CliHost host)
        : base(host, "list", "List your keys, with what was spent with each", OutputFormat.Table) =>
        Examples = ["", "--output json | jq -r '.keys[].key_name'"];

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var list = await client.Keys.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, list, AskiiJsonContext.Default.KeyList, ToTable);
    }

    private static Table ToTable(KeyList list)
    {
        var table = new Table(
            $"Keys for {list.UserId}", new("Name"), new("Alias"), new("Default model"), new("Spend", IsNumber: true), new("Expires"), new("Memory"));
        foreach (var key in list.Keys)
        {
            table.Add(
                key.KeyName,
                key.KeyAlias,
                key.DefaultModel,
                key.Spend.ToString("F4", CultureInfo.InvariantCulture),
                Timestamp.ForTable(key.Expires),
                key.MemoryMode?.ToString() ?? (key.MemoryEnabled ? "on" : "off"));
        }

        return table;
    }
}
