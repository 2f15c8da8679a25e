namespace Trellis.TestInfrastructure.Postgres;

/// <summary>Finds the folder of PostgreSQL's programs. Distributions keep <c>initdb</c> and <c>postgres</c> off the search path.</summary>
internal static class PostgresBinaries
{
    /// <summary>The folder that holds <c>initdb</c> and <c>postgres</c>, newest version first, or <see langword="null"/>.</summary>
    public static async Task<string?> FindAsync() =>
        (await CandidatesAsync()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static async Task<IEnumerable<string>> CandidatesAsync()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return [.. await ConfiguredAsync(), .. onPath, .. packaged];
    }

    private static async Task<string[]> ConfiguredAsync()
    {
        try
        {
            var configured = await ProcessRunner.RunAsync("pg_config", ["--bindir"]);
            return configured.ExitCode == 0 ? [configured.Output.Trim()] : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    private static int VersionOf(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
}
