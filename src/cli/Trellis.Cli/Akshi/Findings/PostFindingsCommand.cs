using System.Globalization;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Findings;

/// <summary><c>findings post</c>.</summary>
internal sealed class PostFindingsCommand : AkshiCommand
{
    private readonly Setting<string?> _source = new(
        "--source", "TRELLIS_AKSHI_SOURCE", "AGENT", "Whose finding it is (required without --records)", SettingFormats.Text);

    private readonly Setting<string> _severity = new(
        "--severity", "TRELLIS_AKSHI_SEVERITY", "info|low|medium|warning|high|critical", "How much it matters (default: info)", Severities.Words);

    private readonly Setting<string?> _file = new("--file", "TRELLIS_AKSHI_FILE", "PATH", "Where it comes from", SettingFormats.Text);

    private readonly Setting<string?> _summary = new(
        "--summary", "TRELLIS_AKSHI_SUMMARY", "TEXT", "What it says, in short (required without --records)", SettingFormats.Text);

    private readonly Setting<string?> _detail = new("--detail", "TRELLIS_AKSHI_DETAIL", "TEXT", "More about it", SettingFormats.Text);

    private readonly JsonListSetting _records = new(
        "--records", "TRELLIS_AKSHI_RECORDS", "Several findings at once, up to 1,000: objects with source, severity, file, summary and detail");

    public PostFindingsCommand(CliHost host)
        : base(host, "post", "Post a finding, or several: all of them or, if one is refused, none")
    {
        Add(_source);
        Add(_severity);
        Add(_file);
        Add(_summary);
        Add(_detail);
        Add(_records);
        Examples =
        [
            "--source nightly --severity warning --file build.log --summary 'the build is slow'",
            "--records @findings.json",
            "--records '[{\"source\": \"nightly\", \"severity\": \"info\", \"file\": \"\", \"summary\": \"done\"}]'",
        ];
    }

    protected override async Task<int> RunAsync(AkshiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var records = await _records.ReadAsync(input, cancellationToken).ConfigureAwait(false) is { } items
            ? items.Select((item, index) => GivenFinding.Read(_records.Name, index, item)).ToList()
            : [Single(input)];
        var receipt = await client.PostFindingsAsync(records, cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, receipt, AkshiJsonContext.Default.FindingReceipt, ToTable);
        return ExitCodes.Success;
    }

    private FindingRecord Single(CommandInput input) => new(
        _source.ReadRequired(input)!, _severity.Read(input, "info"), _file.Read(input, null) ?? "", _summary.ReadRequired(input)!)
    {
        Detail = _detail.Read(input, null),
    };

    private static Table ToTable(FindingReceipt receipt)
    {
        var table = new Table("Findings posted", new("Field"), new("Value"));
        table.Add("accepted", receipt.Accepted?.ToString(CultureInfo.InvariantCulture));
        table.Add("numbers", receipt.Seqs.Count > 2 ? $"{receipt.Seqs[0]} … {receipt.Seqs[^1]}" : string.Join(", ", receipt.Seqs));
        return table;
    }
}
