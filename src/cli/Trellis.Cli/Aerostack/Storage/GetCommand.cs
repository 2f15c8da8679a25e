using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage get</c>. What arrives is written as it comes, whatever its size.</summary>
internal sealed class GetCommand : AerostackCommand
{
    private readonly TextArgument _key = StorageSettings.Key();
    private readonly TextArgument _file = StorageSettings.File("Where to; an existing file is replaced once all has arrived. - is standard output");

    public GetCommand(CliHost host)
        : base(host, "get", "Download a file")
    {
        Add(_key);
        Add(_file);
        Examples = ["reports/july.pdf july.pdf", "backups/today.sql.gz - | gunzip | less"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var key = _key.Read(input);
        var path = _file.Read(input);
        if (path is "-")
        {
            await DownloadAsync(client, input.Host, key, input.Host.OpenOutput(), cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        var file = Create(path);
        await using var _ = file.ConfigureAwait(false);
        var download = await DownloadAsync(client, input.Host, key, file.Content, cancellationToken).ConfigureAwait(false);
        await file.KeepAsync().ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, PrintedDownload.Of(key, path, download), AerostackJsonContext.Default.PrintedDownload, ToTable);
        return ExitCodes.Success;
    }

    private static async Task<StorageDownload> DownloadAsync(
        AerostackClient client, CliHost host, string key, Stream destination, CancellationToken cancellationToken)
    {
        var bar = TransferBar.Start(host, $"Downloading {StorageSettings.LastPart(key)}");
        await using var _ = bar.ConfigureAwait(false);
        return await client.Storage.DownloadAsync(key, destination, bar, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private PartialFile Create(string path)
    {
        try
        {
            return PartialFile.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{_file.Name} cannot be written: {e.Message}");
        }
    }

    private static Table ToTable(PrintedDownload download)
    {
        var table = new Table("Downloaded", new("Field"), new("Value"));
        table.Add("key", download.Key);
        table.Add("file", download.File);
        table.Add("size", ByteSize.ForPeople(download.Bytes));
        table.Add("content type", download.ContentType);
        table.Add("etag", download.Etag);
        return table;
    }
}
