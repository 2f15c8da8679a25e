namespace Trellis.Server.Akshi.Tasks;

/// <summary>Where a task stands, in the words of the wire and the store (contract, section 4.7). The last two are final.</summary>
internal static class TaskStatusWords
{
    public const string Pending = "pending";
    public const string Running = "running";
    public const string Completed = "completed";
    public const string Failed = "failed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Pending, Running, Completed, Failed];
}
