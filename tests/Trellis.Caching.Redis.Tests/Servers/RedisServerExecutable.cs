namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>Finds the server's program.</summary>
internal static class RedisServerExecutable
{
    private const string Variable = "TRELLIS_TEST_REDIS_SERVER";

    public static string? Path { get; } = Find();

    public static void SkipIfMissing()
    {
        if (Path is null)
        {
            Assert.Skip(
                "redis-server was not found on the PATH. Install Redis or Valkey (on Debian: apt-get install redis-server), " +
                $"or set {Variable} to its executable.");
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = ["redis-server", "valkey-server", "redis-server.exe"];
        return folders.SelectMany(_ => names, System.IO.Path.Combine).FirstOrDefault(File.Exists);
    }
}
