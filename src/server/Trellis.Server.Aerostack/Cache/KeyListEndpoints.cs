using System.Buffers.Text;
using System.Text;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>Which keys there are, and removing them all (contract, section 2.2.2). In the order of the keys' bytes.</summary>
internal sealed class KeyListEndpoints(IStore store, IAuditLog audit)
{
    private const int LongestCursor = 8 * CacheLimits.LongestKey;

    /// <summary>A page of keys.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var range = KeyRange.Of(CacheFields.Prefix(fields));
        var limit = (int)(fields.OptionalInteger("limit", 1, CacheLimits.LongestPage) ?? CacheLimits.DefaultPage);
        var after = ReadCursor(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var keys = await store.ReadAsync(
            session => CacheTable.ListAsync(session, call.ProjectId, range, after, limit + 1, call.At), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("keys"u8);
            foreach (var key in keys.Take(limit))
            {
                json.WriteStartObject();
                json.WriteString("key"u8, key.Key);
                json.WriteNumberOrNull("expiration"u8, key.ExpiresAt?.ToUnixTimeSeconds());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("list_complete"u8, keys.Count <= limit);
            if (keys.Count > limit)
                json.WriteString("cursor"u8, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(keys[limit - 1].Key)));
        });
    }

    /// <summary>All keys at once, up to a limit.</summary>
    public async ValueTask<JsonAnswer> KeysAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var range = KeyRange.Of(CacheFields.Prefix(fields));
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var keys = await store.ReadAsync(
            session => CacheTable.ListAsync(session, call.ProjectId, range, "", CacheLimits.MostKeys + 1, call.At), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("keys"u8);
            foreach (var key in keys.Take(CacheLimits.MostKeys))
                json.WriteStringValue(key.Key);
            json.WriteEndArray();
            json.WriteBoolean("truncated"u8, keys.Count > CacheLimits.MostKeys);
        });
    }

    /// <summary>Removes all keys, or those with a prefix, up to a limit; who has more asks again.</summary>
    public async ValueTask<JsonAnswer> FlushAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var prefix = CacheFields.Prefix(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var deleted = await store.WriteAsync(
            async session =>
            {
                var keys = await CacheTable.ListAsync(session, call.ProjectId, KeyRange.Of(prefix), "", CacheLimits.MostKeys, call.At);
                var count = await CacheTable.RemoveAsync(session, call.ProjectId, [.. keys.Select(static key => key.Key)], call.At);
                await audit.AppendAsync(session, CacheEvents.Flushed(call, prefix, count));
                return count;
            },
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber("deleted"u8, deleted);
        });
    }

    private static string ReadCursor(Fields fields)
    {
        if (fields.OptionalText("cursor", LongestCursor) is not { Length: > 0 } cursor)
            return "";

        if (Base64Url.IsValid(cursor))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            if (StorableText.IsValid(text))
                return text;
        }

        fields.Errors.Add("cursor", "is not one that this list gave");
        return "";
    }
}
