using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>One key at a time (contract, sections 2.1.4, 2.1.5 and 2.2.2).</summary>
internal sealed class CacheEndpoints(IStore store)
{
    /// <summary>The value of a key; a miss is no error.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = CacheFields.Key(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var value = await store.ReadAsync(session => CacheTable.FindValueAsync(session, call.ProjectId, key, call.At), call.Aborted);
        return Answer.Ok(json => WriteValue(json, value));
    }

    /// <summary>Sets a key.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var entry = CacheFields.Entry(fields, call.At);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => CacheTable.SetAsync(session, call.ProjectId, entry, call.At), call.Aborted);
        return Answer.Success();
    }

    /// <summary>Removes a key; one that is not there is as good as removed.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = CacheFields.Key(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => CacheTable.RemoveAsync(session, call.ProjectId, [key], call.At), call.Aborted);
        return Answer.Success();
    }

    /// <summary>Changes how long a key is kept from now on.</summary>
    public async ValueTask<JsonAnswer> ExpireAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = CacheFields.Key(fields);
        var expiresAt = CacheFields.ExpiresAt(fields, call.At);
        if (!fields.Has("ttl"))
            fields.Errors.Add("ttl", "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var isThere = await store.WriteAsync(session => CacheTable.ExpireAsync(session, call.ProjectId, key, expiresAt, call.At), call.Aborted);
        return Answer.Success(isThere);
    }

    /// <summary>Writes the members of a value or a miss.</summary>
    public static void WriteValue(Utf8JsonWriter json, string? value)
    {
        json.WritePropertyName("value"u8);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(value, skipInputValidation: true);
        json.WriteBoolean("exists"u8, value is not null);
    }
}
