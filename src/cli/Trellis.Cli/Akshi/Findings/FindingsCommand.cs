using System.Globalization;
using Trellis.Akshi;
using Trellis.Cli.Akshi.Sequences;

namespace Trellis.Cli.Akshi.Findings;

/// <summary><c>findings</c>, which has a command of its own: <c>findings post</c>.</summary>
internal sealed class FindingsCommand : SequenceCommand<Finding>
{
    private readonly Setting<int> _severity = new(
        "--severity", "TRELLIS_AKSHI_LEAST_SEVERITY", "info|low|medium|warning|high|critical", "From this severity on (default: info)", Severities.Format);

    public FindingsCommand(CliHost host)
        : base(host, "findings", "Print the newest findings, a line each; as JSON, an object on each line")
    {
        Add(_severity);
        Add(new PostFindingsCommand(host));
        Examples = ["", "-f --severity warning", "--since 0 --output json | jq -r .file | sort | uniq -c"];
    }

    protected override Func<Finding, bool> Filter(CommandInput input)
    {
        var least = _severity.Read(input, 0);
        return finding => Severities.RankOf(finding.Severity) >= least;
    }

    protected override long PlaceOf(Finding item) => item.Seq;

    protected override string? AgentOf(Finding item) => item.Agent;

    protected override async Task<SequencePage<Finding>> ReadAsync(AkshiClient client, long since, int limit, CancellationToken cancellationToken)
    {
        var page = await client.FindingsAsync(since, limit, cancellationToken).ConfigureAwait(false);
        return new(page.Findings, page.NextSeq);
    }

    protected override IAsyncEnumerable<Finding> Follow(AkshiClient client, long since, FollowOptions options, CancellationToken cancellationToken) =>
        client.FollowFindingsAsync(since, options, cancellationToken);

    protected override void Write(CliHost host, OutputFormat format, Finding item)
    {
        if (format == OutputFormat.Json) JsonOutput.WriteLine(host.Output, PrintedFinding.Of(item), AkshiJsonContext.Default.PrintedFinding);
        else host.Output.WriteLine(TerminalText.Line(Line(item)));
    }

    private static string Line(Finding item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{item.Seq,8}  {LineTime.Of(item.Ts)}  {item.Severity,-8}  {item.Agent,-16}  {(item.File is { Length: > 0 } file ? $"{file}: " : "")}{item.Summary}").TrimEnd();
}
