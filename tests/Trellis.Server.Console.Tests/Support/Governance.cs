using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Server.Console.Tests.Support;

/// <summary>Agents and actions that tests begin with.</summary>
internal static class Governance
{
    /// <summary>Registers the agent of the server's client and activates it.</summary>
    public static async Task<Testing.TrellisServer> WithAgentAsync(this Testing.TrellisServer server)
    {
        await server.Ascend.RegisterAsync(cancellationToken: Cancellation);
        await server.AscendAdministrator.RequestAsync(HttpMethod.Post, "/api/registry/agents/test-agent/activate", new JsonObject(), cancellationToken: Cancellation);
        return server;
    }

    /// <summary>Asks for an action that one person has to approve.</summary>
    public static Task<AuthorizationDecision> AskForRefundAsync(this Testing.TrellisServer server, string resource = "order 4711") =>
        server.Ascend.EvaluateActionAsync(
            new AgentAction
            {
                ActionType = "payment.refund",
                Resource = resource,
                Parameters = new JsonObject { ["amount"] = 250, ["currency"] = "EUR" },
            },
            waitForDecision: false,
            cancellationToken: Cancellation);

    /// <summary>Asks for an action that goes through: reading in a sandbox.</summary>
    public static Task<AuthorizationDecision> ReadAsync(this Testing.TrellisServer server, string resource) =>
        server.Ascend.EvaluateActionAsync(
            new AgentAction { ActionType = "generic.read", Resource = resource, Context = new JsonObject { ["environment"] = "dev" } },
            waitForDecision: false,
            cancellationToken: Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
