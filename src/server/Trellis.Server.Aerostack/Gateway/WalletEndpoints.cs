using System.Globalization;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>What a consumer has and has used (contract, sections 2.2.8 and 2.3.3).</summary>
internal sealed class WalletEndpoints(IStore store, ConsumerGate gate)
{
    private const int DefaultDays = 30;
    private const int MostDays = 3660;

    /// <summary>The wallet. It is one for all APIs of the project; the API that is asked for must be one of them.</summary>
    public async ValueTask<JsonAnswer> WalletAsync(AerostackCall call)
    {
        var (consumer, _, refusal) = await gate.AdmitAsync(call, call.Query("api_slug"));
        if (consumer is null)
            return refusal!;

        return Answer.Ok(json =>
        {
            json.WriteStartObject("wallet"u8);
            json.WriteNumber("balance"u8, consumer.Balance);
            json.WriteNumber("total_purchased"u8, consumer.Purchased ?? 0);
            json.WriteNumber("total_consumed"u8, consumer.Consumed);
            json.WriteString("plan_type"u8, consumer.Purchased is null ? "free"u8 : "prepaid"u8);
            json.WriteNumberOrNull("hard_limit"u8, consumer.HardLimit);
            json.WriteNumberOrNull("soft_limit"u8, consumer.SoftLimit);
            json.WriteEndObject();
        });
    }

    /// <summary>What was used of an API within the last days, today included.</summary>
    public async ValueTask<JsonAnswer> UsageAsync(AerostackCall call)
    {
        var (consumer, api, refusal) = await gate.AdmitAsync(call, call.Query("api_slug"));
        if (consumer is null || api is null)
            return refusal!;
        if (!TryReadDays(call.Query("days"), out var days))
            return AerostackErrors.Invalid("days", $"must be a whole number from 1 to {MostDays}");

        var from = GatewayChat.DayOf(call.At) - days + 1;
        var (requests, tokens) = await store.ReadAsync(session => ConsumerTable.SumAsync(session, consumer.Id, api.Slug, from), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("total_tokens"u8, tokens);
            json.WriteNumber("total_requests"u8, requests);
            json.WriteNumber("days"u8, days);
        });
    }

    private static bool TryReadDays(string? text, out int days)
    {
        days = DefaultDays;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDays);
    }
}
