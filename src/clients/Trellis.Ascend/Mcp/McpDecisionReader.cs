namespace Trellis.Ascend;

/// <summary>
/// Makes decisions of what the endpoint for MCP answers: it says in flags what the other says in words. Contract section 2.12.
/// </summary>
internal static class McpDecisionReader
{
    private const int RiskOfDenied = 100;
    private const int RiskOfAllowed = 0;

    public static AuthorizationDecision Read(DecisionBody body)
    {
        var decision = Decide(body);
        body.Decision = decision switch
        {
            Decision.Allowed => "allowed",
            Decision.Denied => "denied",
            _ => "pending",
        };
        body.RiskScore ??= decision switch
        {
            Decision.Allowed => RiskOfAllowed,
            Decision.Denied => RiskOfDenied,
            _ => null,
        };
        return DecisionReader.Read(body);
    }

    private static Decision Decide(DecisionBody body)
    {
        var word = body.Decision is { Length: > 0 } said ? said : body.Status;
        if (body.Success == false || DecisionWords.Read(word) == Decision.Denied)
        {
            return Decision.Denied;
        }

        // Without a word the flag has to say it: an empty answer allows nothing.
        var allows = string.IsNullOrEmpty(word) ? body.Success == true : DecisionWords.Read(word) == Decision.Allowed;
        return body.RequiresApproval != true && allows ? Decision.Allowed : Decision.Pending;
    }
}
