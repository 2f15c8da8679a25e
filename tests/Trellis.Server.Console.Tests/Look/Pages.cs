namespace Trellis.Server.Console.Tests.Look;

/// <summary>The pages that the navigation leads to, and what they lead to without anything to choose.</summary>
internal static class Pages
{
    /// <summary>Their paths below <c>/console</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "", "/approvals", "/actions", "/agents", "/policies", "/policies/new", "/keys", "/keys?platform=ascend", "/keys?platform=aerostack", "/audit", "/webhooks",
        "/queue", "/storage", "/data", "/faults", "/settings",
    ];

    /// <summary>A page's name in the names of files.</summary>
    public static string NameOf(string path) => path.Length == 0 ? "overview" : path[1..].Replace('/', '-').Replace("?platform=", "-", StringComparison.Ordinal);
}
