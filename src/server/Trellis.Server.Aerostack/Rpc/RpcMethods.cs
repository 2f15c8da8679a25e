using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Aerostack.Cache;
using Trellis.Server.Aerostack.Database;
using Trellis.Server.Aerostack.Hosting;
using Trellis.Server.Aerostack.Queue;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>The methods by their names. Each is the route of the API that does the same, so that both have the same checks and limits.</summary>
internal sealed class RpcMethods
{
    private readonly Dictionary<string, RpcMethod> _methods;

    public RpcMethods(
        DatabaseEndpoints database,
        CacheEndpoints cache,
        ManyKeysEndpoints many,
        KeyListEndpoints lists,
        IncrementEndpoint counters,
        QueueEndpoints queue,
        EmitEndpoint socket,
        UserLookup users,
        StoreOptions store)
    {
        var rows = RpcResults.RowsOf(store.ConnectionString is null ? "d1" : "postgres");
        _methods = new(StringComparer.Ordinal)
        {
            ["db.query"] = new(database.QueryAsync, rows, "sql", "params"),
            ["cache.get"] = new(cache.GetAsync, RpcResults.Member("value"), "key"),
            ["cache.set"] = new(cache.SetAsync, RpcResults.Nothing, "key", "value", "ttl"),
            ["cache.delete"] = new(cache.DeleteAsync, RpcResults.Nothing, "key"),
            ["cache.list"] = new(lists.ListAsync, RpcResults.NamedKeys, "prefix", RpcMethod.Members),
            ["cache.keys"] = new(lists.KeysAsync, RpcResults.Member("keys"), "prefix"),
            ["cache.getMany"] = new(many.GetAsync, RpcResults.Member("results"), "keys"),
            ["cache.setMany"] = new(many.SetAsync, RpcResults.Nothing, "entries"),
            ["cache.deleteMany"] = new(many.DeleteAsync, RpcResults.Nothing, "keys"),
            ["cache.flush"] = new(lists.FlushAsync, RpcResults.Whole, "prefix") { RateLimit = AerostackOptions.FlushLimit },
            ["cache.expire"] = new(cache.ExpireAsync, RpcResults.Whole, "key", "ttl"),
            ["cache.increment"] = new(counters.IncrementAsync, RpcResults.Whole, "key", "amount", RpcMethod.Members),
            ["queue.enqueue"] = new(queue.EnqueueAsync, RpcResults.Whole, "type", "data", "delay"),
            ["queue.job"] = new(queue.FindAsync, RpcResults.Whole, "jobId"),
            ["queue.jobs"] = new(queue.ListAsync, RpcResults.Whole, RpcMethod.Members),
            ["queue.cancel"] = new(queue.CancelAsync, RpcResults.Whole, "jobId"),
            ["socket.emit"] = new(socket.EmitAsync, RpcResults.Nothing, "event", "data", "roomId"),
            ["getUser"] = new(users.ByIdAsync, RpcResults.Member("user"), "id"),
            ["getUserByEmail"] = new(users.ByEmailAsync, RpcResults.Member("user"), "email"),
        };
    }

    /// <summary>Finds a method.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out RpcMethod? method) => _methods.TryGetValue(name, out method);
}
