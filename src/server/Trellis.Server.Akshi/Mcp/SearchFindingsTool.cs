using System.Text.Json;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Searches what the agent has found.</summary>
internal sealed class SearchFindingsTool(FindingBook book) : IAgentTool
{
    private const int PageSize = 1000;

    /// <inheritdoc/>
    public string Name => "search_findings";

    /// <inheritdoc/>
    public string Description => "Searches the findings of this agent.";

    /// <inheritdoc/>
    public string InputSchema => ToolArguments.Schema;

    /// <inheritdoc/>
    public async ValueTask<string> CallAsync(string agent, JsonElement arguments, CancellationToken cancellationToken)
    {
        var wanted = ToolArguments.Read(arguments);
        var (matches, since) = (new List<string>(), 0L);
        FindingPage page;
        do
        {
            page = await book.ReadAsync(new CursorQuery(since, null, PageSize), agent, cancellationToken);
            matches.AddRange(page.Findings
                .Where(finding => wanted.Fits(finding.Summary) || wanted.Fits(finding.Detail) || wanted.Fits(finding.File))
                .Select(static finding => $"#{finding.Seq} {finding.Severity} {finding.File} {finding.Summary}"));
            since = page.NextSeq;
        }
        while (page.Findings.Count == PageSize);
        return wanted.Report(matches);
    }
}
