namespace Trellis.TestInfrastructure;

/// <summary>PostgreSQL refuses to run as root, which test runs in a container often are: then its programs run as another user.</summary>
internal static class UnprivilegedUser
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>The command that runs <paramref name="program"/> in the same process, as another user if the caller is root.</summary>
    public static (string Program, string[] Arguments) Command(string program, params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return (program, arguments);

        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToLookup(fields => fields[0]);
        var user = Preferred.SelectMany(name => users[name]).First();
        return ("setpriv", [$"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups", "--", program, .. arguments]);
    }
}
