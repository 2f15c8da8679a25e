using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trellis.Ascend;
using Trellis.Extensions.AI;
using Trellis.Server;

namespace Trellis.Samples.GovernedTools;

/// <summary>What happens, from the start of the servers to the model's last words.</summary>
internal static class Tour
{
    private const string Request = "Order A-1001 arrived broken, and A-1002 never came. Please put that right, and forget the customer.";

    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await TrellisServer.StartAsync(new TrellisServerOptions(), cancellationToken);
        using var agent = Client(server, "apiKey", "support-agent");
        using var person = Client(server, "adminToken", agentId: null);
        await person.Policies.CreateAsync(
            new GovernancePolicy
            {
                PolicyName = "Agents delete no customers",
                PolicyAction = "block",
                Conditions = new JsonObject { ["action_type"] = "customer.delete" },
            },
            cancellationToken);

        await using var office = await BackOffice.ConnectAsync(cancellationToken);
        var supervisor = new Supervisor(person, output);
        var tools = new List<AITool>();
        foreach (var tool in await office.ListToolsAsync(cancellationToken))
            tools.Add(tool.WithGovernance(agent, RulesOf(tool.Name, supervisor, output)));

        using var model = new ScriptedModel();
        var answer = await new Agent(model, tools, output).AnswerAsync(Request, cancellationToken);
        await supervisor.Idle;
        output.WriteLine();
        output.WriteLine(answer);

        // What the back office did is what was allowed, whatever the model asked for.
        output.WriteLine();
        output.WriteLine($"The back office carried out: {string.Join(", ", office.Done)}");
        return office.Done.SequenceEqual(["look_up_order A-1001", "refund_order A-1001", "look_up_order A-1002"]) ? 0 : 1;
    }

    private static GovernanceOptions RulesOf(string tool, Supervisor supervisor, TextWriter output) => new()
    {
        ActionType = tool switch
        {
            "look_up_order" => "order.read",
            "refund_order" => "payment.refund",
            _ => "customer.delete",
        },

        // Money goes to a person whatever the policies say.
        RequireHumanApproval = tool == "refund_order",
        PollInterval = TimeSpan.FromMilliseconds(200),
        OnAllowed = decision => output.WriteLine($"  allowed (action {decision.ActionId})"),
        OnDenied = decision => output.WriteLine($"  denied (action {decision.ActionId}): {decision.Reason}"),
        OnApprovalRequired = supervisor.Decide,
    };

    private static AscendClient Client(TrellisServer server, string credential, string? agentId) => new(new AscendClientOptions
    {
        BaseUrl = server.Url,
        ApiKey = server.Credentials!.Reveal("ascend", credential),
        AgentId = agentId,

        // A server that has just started, on a machine with much to do, takes its time.
        AttemptTimeout = TimeSpan.FromSeconds(30),
    });
}
