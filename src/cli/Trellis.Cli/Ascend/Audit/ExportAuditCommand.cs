using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary><c>audit export</c>.</summary>
internal sealed class ExportAuditCommand : AscendCommand
{
    private readonly Setting<string?> _file = new(
        "--file", "TRELLIS_ASCEND_EXPORT_FILE", "FILE", "Where to; an existing file is replaced (default: standard output)", SettingFormats.Text);

    private readonly AuditFilterSettings _filter = new();

    public ExportAuditCommand(CliHost host)
        : base(host, "export", "Write the audit log as comma-separated values. Always prints CSV", AscendCredential.Either)
    {
        Add(_file);
        _filter.AddTo(this);
        Examples = ["> audit.csv", "--file july.csv --from 2026-07-01 --until 2026-08-01"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var filter = _filter.Read(input);
        if (_file.Read(input, null) is not { } path)
        {
            await client.Audit.ExportCsvAsync(input.Host.OpenOutput(), filter, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        var file = Open(path);
        await using var _ = file.ConfigureAwait(false);
        await client.Audit.ExportCsvAsync(file, filter, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private FileStream Open(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{_file.Name} cannot be written: {e.Message}");
        }
    }
}
