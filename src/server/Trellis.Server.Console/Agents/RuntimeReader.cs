using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Agents;

/// <summary>
/// Reads what Akshi's runtime has of an agent. Its lists go forward from a number; people want the end, and so they are read in windows from
/// there backward.
/// </summary>
internal static class RuntimeReader
{
    private const int Window = 1000;

    // The runtime keeps no more lines than this many windows.
    private const int MostWindows = 10;

    /// <summary>The agents; none when the runtime belongs to another organisation.</summary>
    public static async Task<IReadOnlyList<RuntimeAgent>> ListAsync(PlatformClient platforms)
    {
        try
        {
            return await platforms.GetAsync<IReadOnlyList<RuntimeAgent>>(Platform.Akshi, "/api/v1/agents");
        }
        catch (PlatformException error) when (error.Status == StatusCodes.Status403Forbidden)
        {
            return [];
        }
    }

    /// <summary>The last lines of an agent, the newest first.</summary>
    public static Task<IReadOnlyList<LogLine>> ReadLogAsync(PlatformClient platforms, string agent, int count) => ReadAsync(
        async (since, limit) =>
        {
            var page = await platforms.GetAsync<LogLines>(Platform.Akshi, $"/api/v1/logs?since={since}&limit={limit}");
            return (page.Logs, page.NextSeq);
        },
        static line => line.Seq,
        line => line.Agent == agent,
        count);

    /// <summary>The last findings of an agent, the newest first.</summary>
    public static Task<IReadOnlyList<AgentFinding>> ReadFindingsAsync(PlatformClient platforms, string agent, int count) => ReadAsync(
        async (since, limit) =>
        {
            var page = await platforms.GetAsync<AgentFindings>(
                Platform.Akshi, $"/api/v1/findings?agent={Uri.EscapeDataString(agent)}&since={since}&limit={limit}");
            return (page.Findings, page.NextSeq);
        },
        static finding => finding.Seq,
        static _ => true,
        count);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        Func<long, int, Task<(IReadOnlyList<T> Items, long Next)>> read, Func<T, long> number, Func<T, bool> isWanted, int count)
    {
        var found = new List<T>();
        var (_, end) = await read(long.MaxValue, 1);
        for (var windows = 0; windows < MostWindows && end > 1 && found.Count < count; windows++)
        {
            var begin = Math.Max(1, end - Window);
            var (items, _) = await read(begin, Window);
            found.AddRange(items.Where(item => number(item) < end && isWanted(item)).OrderByDescending(number).Take(count - found.Count));
            end = begin;
        }

        return found;
    }
}
