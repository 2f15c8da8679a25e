using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary><c>storage put</c>. The file is read as it is sent, whatever its size.</summary>
internal sealed class PutCommand : AerostackCommand
{
    private readonly TextArgument _file = StorageSettings.File("The file to upload, or - for what is piped in");
    private readonly TextArgument _key = StorageSettings.Key();

    private readonly Setting<string?> _contentType = new(
        "--content-type", "TRELLIS_AEROSTACK_CONTENT_TYPE", "TYPE", "The file's media type (default: by the ending of its name)", SettingFormats.Text);

    public PutCommand(CliHost host)
        : base(host, "put", "Upload a file. One that is there under the same key is replaced")
    {
        Add(_file);
        Add(_key);
        Add(_contentType);
        Examples = ["july.pdf reports/july.pdf", "- backups/today.sql.gz --content-type application/gzip < today.sql.gz"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var key = _key.Read(input);
        var path = _file.Read(input);
        var name = path is "-" ? StorageSettings.LastPart(key) : Path.GetFileName(path);
        var content = path is "-" ? input.Host.OpenInputStream() : Open(path);
        await using var _ = content.ConfigureAwait(false);
        StorageUrl stored;
        var bar = TransferBar.Start(input.Host, $"Uploading {name}");
        await using (bar.ConfigureAwait(false))
        {
            stored = await client.Storage
                .UploadAsync(key, new UploadFile(name, content), _contentType.Read(input, null), bar, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }

        AnswerOutput.Write(input.Host, format, stored, AerostackJsonContext.Default.StorageUrl, url => ToTable(key, url));
        return ExitCodes.Success;
    }

    private FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{_file.Name} cannot be read: {e.Message}");
        }
    }

    private static Table ToTable(string key, StorageUrl stored)
    {
        var table = new Table("Uploaded", new("Field"), new("Value"));
        table.Add("key", key);
        table.Add("url", stored.Url?.ToString());
        return table;
    }
}
