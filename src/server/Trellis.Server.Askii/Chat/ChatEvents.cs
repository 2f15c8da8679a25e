using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Chat;

/// <summary>What the audit log remembers of chats: what they cost, never what was said.</summary>
internal static class ChatEvents
{
    /// <summary>A chat was billed, whether it came to its end or not.</summary>
    public static AuditEvent Completed(ChatBill bill, TokenUsage usage, long cost) => new()
    {
        OrganisationId = bill.Key.OrganisationId,
        Platform = KeyEvents.Platform,
        EventType = "chat_completed",
        ActorId = bill.Key.UserId,
        ResourceType = KeyEvents.ResourceType,
        ResourceId = bill.Key.Id,
        Action = "chat",
        Outcome = AuditOutcome.Success,
        Data = AuditData.Object(json =>
        {
            json.WriteString("model"u8, bill.Model.Name);
            json.WriteNumber("prompt_tokens"u8, usage.PromptTokens);
            json.WriteNumber("completion_tokens"u8, usage.CompletionTokens);
            json.WriteBoolean("estimated"u8, usage.IsEstimated);
            json.WriteNumber("cost_nano_usd"u8, cost);
            json.WriteBoolean("streamed"u8, bill.IsStreamed);
        }),
        IpAddress = bill.Origin.IpAddress,
        CorrelationId = bill.Origin.CorrelationId,
    };
}
