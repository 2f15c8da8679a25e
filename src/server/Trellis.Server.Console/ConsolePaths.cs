namespace Trellis.Server.Console;

/// <summary>Where the console is. The paths of the platforms are theirs, and so all pages but the first are below one prefix.</summary>
internal static class ConsolePaths
{
    public const string Prefix = "/console";
    public const string Login = Prefix + "/login";
    public const string Logout = Prefix + "/logout";
    public const string Assets = Prefix + "/assets/";

    /// <summary>A path that a form may send the browser back to: one of ours.</summary>
    public static bool IsOurs(string? path) =>
        path is not null
        && (path == Prefix || path.StartsWith(Prefix + "/", StringComparison.Ordinal) || path.StartsWith(Prefix + "?", StringComparison.Ordinal))
        && !path.AsSpan().ContainsAny('\\', '\r', '\n');
}
