using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Ai;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>Chat completions for consumers, plain and streamed (contract, sections 2.2.8 and 2.3.3). Each is counted, and paid from the wallet.</summary>
internal sealed class GatewayChat(IStore store, ConsumerGate gate, ChatModels models)
{
    /// <summary>Answers a chat. What it used is durable before the answer is complete, also if the caller hangs up.</summary>
    public async ValueTask<JsonAnswer> ChatAsync(AerostackCall call)
    {
        // The web server undoes every escape of a path but that of the slash.
        var slug = call.Route("slug").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var (consumer, api, refusal) = await gate.AdmitAsync(call, slug);
        if (consumer is null || api is null)
            return refusal!;
        if (!consumer.CanPay)
            return new AerostackError(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimit, "The wallet is empty, or its limit is reached.") { Reason = "wallet_limit" };
        if (!ChatBody.TryRead(call.Body, out var request, out refusal))
            return refusal;

        var model = models.Choose(request.Model ?? api.Model);
        var result = await model.CompleteAsync(request.WithModel(model.Description.Name), request.Stream ? call.Aborted : CancellationToken.None);
        return await ChatRelay.SendAsync(call.Http.Response, result, usage => SettleAsync(consumer.Id, api.Slug, usage, call.At));
    }

    /// <summary>The number of a day, for counting.</summary>
    public static long DayOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86_400;

    private async ValueTask SettleAsync(string consumerId, string slug, TokenUsage usage, DateTimeOffset at)
    {
        if (usage.TotalTokens == 0)
            return;

        await store.WriteAsync(
            async session =>
            {
                await ConsumerTable.CountAsync(session, consumerId, slug, DayOf(at), usage.TotalTokens);
                await ConsumerTable.ConsumeAsync(session, consumerId, usage.TotalTokens);
            },
            CancellationToken.None);
    }
}
