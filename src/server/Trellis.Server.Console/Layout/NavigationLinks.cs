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
        ("Audit", "/audit"),
        ("Webhooks", "/webhooks"),
        ("Queue", "/queue"),
        ("Storage", "/storage"),
        ("Data", "/data"),
        ("Faults", "/faults"),
        ("Settings", "/settings"),
    ];

    /// <summary>Whether a path is a page or below it.</summary>
    public static bool IsCurrent(string requested, string path) =>
        requested == ConsolePaths.Prefix + path || (path.Length > 0 && requested.StartsWith(ConsolePaths.Prefix + path + "/", StringComparison.Ordinal));
}
