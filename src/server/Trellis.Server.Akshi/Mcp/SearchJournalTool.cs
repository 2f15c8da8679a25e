using System.Text.Json;
using Trellis.Server.Akshi.Journal;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Searches what the agent has written down.</summary>
internal sealed class SearchJournalTool(IJournal journal) : IAgentTool
{
    private const int PageSize = 1000;

    /// <inheritdoc/>
    public string Name => "search_journal";

    /// <inheritdoc/>
    public string Description => "Searches the journal of this agent.";

    /// <inheritdoc/>
    public string InputSchema => ToolArguments.Schema;

    /// <inheritdoc/>
    public async ValueTask<string> CallAsync(string agent, JsonElement arguments, CancellationToken cancellationToken)
    {
        var wanted = ToolArguments.Read(arguments);
        var (matches, after) = (new List<string>(), 0L);
        IReadOnlyList<JournalEntry> page;
        do
        {
            page = await journal.ReadAsync(agent, after, PageSize, cancellationToken);
            matches.AddRange(page.Where(entry => wanted.Fits(entry.Tag) || wanted.Fits(entry.Content))
                .Select(static entry => $"#{entry.Seq} {entry.Tag} {entry.Content}"));
            after = page.Count > 0 ? page[^1].Seq : after;
        }
        while (page.Count == PageSize);
        return wanted.Report(matches);
    }
}
