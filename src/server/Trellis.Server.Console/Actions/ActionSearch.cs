using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Actions;

/// <summary>Which actions somebody looks for.</summary>
/// <param name="Text">A text of the agent, the type or the resource; empty for all.</param>
/// <param name="Status">The status; empty for all.</param>
/// <param name="Level">The risk level; empty for all.</param>
/// <param name="Agent">The agent's id; empty for all.</param>
internal sealed record ActionSearch(string Text, string Status, string Level, string Agent)
{
    /// <summary>The statuses there are.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["approved", "pending_approval", "denied"];

    /// <summary>The levels there are.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["critical", "high", "medium", "low"];

    /// <summary>What the query says. A word that is none of the known ones counts as none.</summary>
    public static ActionSearch Read(ConsoleCall call) =>
        new(call.Query("search"), Known(call.Query("status"), Statuses), Known(call.Query("level"), Levels), call.Query("agent"));

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsNarrow => this != new ActionSearch("", "", "", "");

    /// <summary>The query of the page, without a question mark.</summary>
    public string PageQuery => QueryText.Of(("search", Text), ("status", Status), ("level", Level), ("agent", Agent));

    /// <summary>The query of the platform, without a question mark.</summary>
    public string PlatformQuery => QueryText.Of(("search", Text), ("status", Status), ("risk_level", Level), ("agent_id", Agent));

    private static string Known(string word, IReadOnlyList<string> words) => words.Contains(word) ? word : "";
}
