using System.Globalization;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>Counters (contract, section 2.2.2): plain numbers that <c>get</c> reads too. Atomic, on several servers as on one.</summary>
internal sealed class IncrementEndpoint(IStore store)
{
    private static readonly AerostackError NoNumber = AerostackErrors.Invalid("key", "holds a value that is no whole number");
    private static readonly AerostackError TooLarge = AerostackErrors.Invalid("amount", "would take the counter beyond 64 bits");

    /// <summary>Adds to a counter. One that is not there begins at <c>initialValue</c>, and then the amount is added.</summary>
    public async ValueTask<JsonAnswer> IncrementAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = CacheFields.Key(fields);
        var amount = fields.OptionalInteger("amount", long.MinValue, long.MaxValue) ?? 1;
        var initial = fields.OptionalInteger("initialValue", long.MinValue, long.MaxValue) ?? 0;
        var expiresAt = CacheFields.ExpiresAt(fields, call.At);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        return await store.WriteAsync(session => IncrementAsync(session, call, new CacheEntry(key, Text(initial), expiresAt), amount), call.Aborted);
    }

    private static async ValueTask<JsonAnswer> IncrementAsync(ISqlSession session, AerostackCall call, CacheEntry fresh, long amount)
    {
        // Where another server may add the key at the same moment, the one that comes second finds it and counts on from it.
        while (true)
        {
            var found = await CacheTable.LockAsync(session, call.ProjectId, fresh.Key);
            var before = found is null || found.ExpiresAt <= call.At ? fresh : found;
            if (!long.TryParse(before.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                return NoNumber;
            if (!TryAdd(ref value, amount))
                return TooLarge;

            var after = before with { Value = Text(value) };
            if (found is not null)
                await CacheTable.SetAsync(session, call.ProjectId, after, call.At);
            else if (!await CacheTable.TryAddAsync(session, call.ProjectId, after, call.At))
                continue;

            return Answer.Ok(json => json.WriteNumber("value"u8, value));
        }
    }

    private static bool TryAdd(ref long value, long amount)
    {
        var sum = (Int128)value + amount;
        value = (long)sum;
        return value == sum;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
