using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage stat</c>.</summary>
internal sealed class StatCommand : AerostackCommand
{
    private readonly TextArgument _key = StorageSettings.Key();

    public StatCommand(CliHost host)
        : base(host, "stat", "Show what is known about a file. Exit code 6 when there is none")
    {
        Add(_key);
        Examples = ["reports/july.pdf", "reports/july.pdf --output json | jq .size"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var key = _key.Read(input);
        var file = await client.Storage.GetMetadataAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        var exists = file.Exists is not false;
        if (exists || format == OutputFormat.Json)
        {
            AnswerOutput.Write(input.Host, format, file, AerostackJsonContext.Default.StorageMetadata, known => ToTable(key, known));
        }
        else
        {
            await input.Host.Error.WriteLineAsync($"There is no file '{TerminalText.Line(key)}'.").ConfigureAwait(false);
        }

        return exists ? ExitCodes.Success : ExitCodes.Api;
    }

    private static Table ToTable(string key, StorageMetadata file)
    {
        var table = new Table(key, new("Field"), new("Value"));
        table.Add("size", file.Size is { } size ? ByteSize.ForPeople(size) : null);
        table.Add("content type", file.ContentType);
        table.Add("modified", Timestamp.ForTable(file.LastModified));
        table.Add("etag", file.Etag);
        return table;
    }
}
