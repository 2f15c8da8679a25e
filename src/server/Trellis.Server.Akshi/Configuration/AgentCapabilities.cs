using System.Collections.Frozen;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>What an agent may be allowed, by canonical names, and the other names of the same (contract, section 5.3).</summary>
internal static class AgentCapabilities
{
    public const string Inference = "inference";
    public const string Journal = "journal";
    public const string Database = "database";
    public const string HttpFetch = "http_fetch";
    public const string A2A = "a2a";
    public const string Mcp = "mcp";
    public const string Filesystem = "filesystem";
    public const string Spend = "spend";
    public const string Config = "config";
    public const string WebSocket = "websocket";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        [Inference] = Inference,
        ["infer"] = Inference,
        ["inference.prompt"] = Inference,
        [Journal] = Journal,
        [Database] = Database,
        ["db"] = Database,
        ["database.read"] = Database,
        ["database.write"] = Database,
        [HttpFetch] = HttpFetch,
        ["http.request"] = HttpFetch,
        [A2A] = A2A,
        [Mcp] = Mcp,
        [Filesystem] = Filesystem,
        ["filesystem.read"] = Filesystem,
        [Spend] = Spend,
        [Config] = Config,
        [WebSocket] = WebSocket,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The canonical names, for messages.</summary>
    public static string List { get; } = string.Join(", ", Names.Values.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The canonical name; null when there is no such capability.</summary>
    public static string? Canonical(string name) => Names.GetValueOrDefault(name);
}
