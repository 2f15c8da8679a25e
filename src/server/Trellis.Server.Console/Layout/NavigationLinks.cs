namespace Trellis.Server.Console.Layout;

/// <summary>The pages, in the order of the navigation. Paths are below the prefix.</summary>
internal static class NavigationLinks
{
    public static IReadOnlyList<(string Title, string Path)> All { get; } =
    [
        ("Overview", ""),
        ("Approvals", "/approvals"),
        ("Actions", "/actions"),
        ("Agents", "/agents"),
        ("Policies", "/policies"),
        ("Keys", "/keys"),
        ("Settings", "/settings"),
    ];

    /// <summary>Whether a path is a page or below it.</summary>
    public static bool IsCurrent(string requested, string path) =>
        requested == ConsolePaths.Prefix + path || (path.Length > 0 && requested.StartsWith(ConsolePaths.Prefix + path + "/", StringComparison.Ordinal));
}
