namespace Trellis.Server.Console.Tests.Look;

/// <summary>The pages that the navigation leads to.</summary>
internal static class Pages
{
    /// <summary>Their paths below <c>/console</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["", "/approvals", "/actions", "/agents", "/policies", "/keys", "/settings"];

    /// <summary>A page's name in the names of files.</summary>
    public static string NameOf(string path) => path.Length == 0 ? "overview" : path[1..].Replace('/', '-');
}
