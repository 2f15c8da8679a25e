using System.Collections.Frozen;

namespace Trellis.Caching.Redis.Failures;

/// <summary>What to do about the errors a server answers with, by their code (the first word).</summary>
internal static class ServerErrorAdvice
{
    private const string General = "The message is the server's own.";

    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["DENIED"] = "The server is in protected mode: give it a password, or bind it to the loopback address.",
        ["LOADING"] = "The server is loading its data: it will answer soon.",
        ["MASTERDOWN"] = "This server is a replica without its primary: point the URL at the primary.",
        ["MISCONF"] = "The server cannot write its snapshot to disk and accepts no writes: read its log.",
        ["MOVED"] = "The server is part of a Redis Cluster, which this cache does not speak: use a single server or a proxy.",
        ["NOAUTH"] = "The server asks for a password: put one into the URL, redis://:password@host.",
        ["NOPERM"] = "The user of the URL may not run this command or touch this key: change the server's ACL.",
        ["NOPROTO"] = "The server does not speak RESP3: remove protocol=3 from the URL.",
        ["OOM"] = "The server's memory is full: give it more, or set an eviction policy (maxmemory-policy allkeys-lru).",
        ["READONLY"] = "This server is a read-only replica: point the URL at the primary.",
        ["WRONGPASS"] = "Check user name and password in the URL; special characters are written percent-encoded there.",
        ["WRONGTYPE"] = "Another program stores something under this key: give the cache a namespace of its own.",
    }.ToFrozenDictionary();

    public static string For(string code) => Texts.GetValueOrDefault(code, General);
}
