using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>Many keys at once (contract, section 2.2.2). What sets or removes many does it with all or with none.</summary>
internal sealed class ManyKeysEndpoints(IStore store)
{
    /// <summary>The values of some keys, in the order asked for.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var keys = fields.Texts("keys", CacheLimits.MostGotten, CacheLimits.LongestKey);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var found = await store.ReadAsync(session => CacheTable.FindAsync(session, call.ProjectId, keys, call.At), call.Aborted);
        var values = found.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("results"u8);
            foreach (var key in keys)
            {
                json.WriteStartObject();
                json.WriteString("key"u8, key);
                CacheEndpoints.WriteValue(json, values.GetValueOrDefault(key));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Sets some keys. Of a key given twice the last value stays.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var entries = ReadEntries(fields, call.At);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(
            async session =>
            {
                // In one order, so that two requests with the same keys never wait for each other in a circle.
                foreach (var entry in entries.DistinctLast().OrderBy(static entry => entry.Key, StringComparer.Ordinal))
                    await CacheTable.SetAsync(session, call.ProjectId, entry, call.At);
            },
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber("count"u8, entries.Count);
        });
    }

    /// <summary>Removes some keys and says how many there were.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var keys = fields.Texts("keys", CacheLimits.MostDeleted, CacheLimits.LongestKey);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var deleted = await store.WriteAsync(session => CacheTable.RemoveAsync(session, call.ProjectId, keys, call.At), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber("count"u8, keys.Count);
            json.WriteNumber("deleted"u8, deleted);
        });
    }

    private static List<CacheEntry> ReadEntries(Fields fields, DateTimeOffset now)
    {
        var entries = new List<CacheEntry>();
        foreach (var element in fields.Objects("entries", CacheLimits.MostSet))
            entries.Add(CacheFields.Entry(new Fields(element, $"entries[{entries.Count}].") { Errors = fields.Errors }, now));
        return entries;
    }
}
