using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Samples.GovernedAgent;

/// <summary>A refund as the action that is evaluated before it is paid.</summary>
internal static class RefundAction
{
    /// <summary>The same request is always the same action: evaluated again within a day, it gets the same decision.</summary>
    public static AgentAction Of(RefundRequest request) => new()
    {
        ActionType = RefundPolicies.ActionType,
        Resource = $"payouts/{request.Destination}",
        ResourceId = request.OrderId,
        Parameters = new JsonObject
        {
            ["amount"] = request.Euros,
            ["currency"] = "EUR",
            ["original_amount"] = request.Amount,
            ["original_currency"] = request.Currency,
            ["request_id"] = request.Id,
            ["customer_id"] = request.CustomerId,
        },
        Context = new JsonObject
        {
            ["reason"] = request.Reason,
            ["channel"] = request.Channel,
            ["ordered_on"] = request.OrderedOn.ToString("yyyy-MM-dd"),
            ["flags"] = new JsonArray([.. request.Flags.Select(static flag => JsonValue.Create(flag))]),
        },
        RiskIndicators = new() { FinancialData = true },
        RequireHumanApproval = request.Flags.Contains(RefundRequest.FraudReview),
        IdempotencyKey = $"refund-{request.Id}",
    };
}
