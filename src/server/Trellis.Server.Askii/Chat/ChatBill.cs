using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Chat;

/// <summary>What one chat will cost whom. Money is in nano-US-dollars.</summary>
/// <param name="Key">The key that pays.</param>
/// <param name="Model">The model that is paid for.</param>
/// <param name="Origin">Where the request comes from.</param>
/// <param name="IsStreamed">Whether the answer is streamed.</param>
/// <param name="Estimate">The most that the chat can cost, by <see cref="TokenEstimator.UpperBound"/>.</param>
internal sealed record ChatBill(AskiiKey Key, ModelDescription Model, RequestOrigin Origin, bool IsStreamed, long Estimate)
{
    /// <summary>The reservation of the estimate; null when the key has no budget or the model is free.</summary>
    public string? ReservationId { get; } = Key.MaxBudget is null || Estimate == 0 ? null : $"rsv_{Guid.NewGuid():N}";

    /// <summary>The bill of a request.</summary>
    public static ChatBill For(AskiiKey key, ChatRequest request, ModelDescription model, RequestOrigin origin) =>
        new(key, model, origin, request.Stream, model.Price.Cost(TokenEstimator.UpperBound(request, model)));
}
