using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Ascend.Tests.Webhooks;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Tests.Tenancy;

/// <summary>
/// Tries every route of the platform that has an id in its path, as the server itself lists them, with an id that another organisation has
/// (contract, section 6.10). A route that is added without a line in these tables fails the test.
/// </summary>
public sealed partial class RouteIsolationTests : WebhookTest
{
    private const string Policy = """{"policy_name":"P","policy_action":"block","conditions":{"action_type":"x.y"}}""";
    private const string Rule = """{"name":"R","condition":"a == 1","action":"log"}""";

    /// <summary>What the parameter of a path means, by how the path begins; the first that fits counts.</summary>
    private static readonly (string Beginning, string Kind)[] Kinds =
    [
        ("/api/registry/agents/{agent_id}/commands/{command_id}", "command"),
        ("/api/registry/agents/{agent_id}", "agent"),
        ("/api/agents/health/{agent_id}", "agent"),
        ("/api/v1/orchestration/cascade-kill/{orchestrator_id}", "agent"),
        ("/api/v1/orchestration/sessions/{session_id}", "session"),
        ("/api/registry/mcp-servers/{name}", "server"),
        ("/api/v1/models/{model_id}", "model"),
        ("/api/v1/supply-chain/impact/{id}", "component"),
        ("/api/alerts/{id}", "alert"),
        ("/api/v1/resource-classifications/{id}", "classification"),
        ("/api/audit/legal-holds/{id}", "hold"),
        ("/api/keys/{id}", "key"),
        ("/api/users/{subject}", "person"),
        ("/api/webhooks/deliveries/{id}", "delivery"),
        ("/api/webhooks/dlq/{id}", "delivery"),
        ("/api/webhooks/{id}", "webhook"),
        ("/api/v1/output-filter/findings/{action_id}", "action"),
        ("/api/v1/actions/{id}", "action"),
        ("/api/agent-action/status/{id}", "action"),
        ("/api/agent-action/{id}", "action"),
        ("/api/sdk/action/{id}", "action"),
        ("/api/authorization/authorize/{id}", "action"),
        ("/api/governance/workflows/{id}", "action"),
        ("/api/authorization/approvals/{id}", "approval"),
        ("/api/sdk/approval/{id}", "approval"),
        ("/api/governance/policies/{id}", "policy"),
        ("/api/policies/{id}", "policy"),
        ("/api/smart-rules/{id}", "rule"),
        ("/api/billing/kill-switch/{organization_id}", "organisation"),
    ];

    /// <summary>What is sent where an empty object would be refused before anybody looks at the id; the first that fits counts.</summary>
    private static readonly (string Method, string End, string Body)[] Bodies =
    [
        ("PUT", "/agents/{agent_id}", """{"max_risk_threshold":90}"""),
        ("PUT", "/trust", """{"trust_level":"trusted"}"""),
        ("POST", "/emergency-suspend", """{"reason":"because"}"""),
        ("POST", "/agents/{agent_id}/commands", """{"command_type":"BLOCK","reason":"because"}"""),
        ("POST", "/agents/{agent_id}/policies", Policy),
        ("POST", "/agents/{agent_id}/evaluate", """{"action_type":"x.y","resource":"z"}"""),
        ("PUT", "/policies/{id}", Policy),
        ("PUT", "/smart-rules/{id}", Rule),
        ("PUT", "/webhooks/{id}", """{"name":"mine"}"""),
        ("POST", "/trigger", """{"reason":"long enough"}"""),
        ("POST", "/release", """{"reason":"long enough"}"""),
        ("POST", "/cascade-kill/{orchestrator_id}", """{"reason":"because","confirm":true}"""),
        ("POST", "/override", """{"justification":"the house is on fire"}"""),
        ("POST", "/authorize/{id}", """{"approved":true}"""),
    ];

    [Fact]
    public async Task No_route_finds_what_another_organisation_has()
    {
        Receiver.AnswerWith(500);
        var routes = Routes();
        routes.Count.ShouldBeGreaterThan(80);
        foreach (var (method, pattern) in routes)
            await TryAsync(method, pattern);
    }

    private List<(string Method, string Pattern)> Routes() =>
    [
        .. from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let pattern = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
           where endpoint.Metadata.GetMetadata<EndpointPlatform>()?.Name == "ascend"
           where pattern.Contains('{') && AscendPaths.Prefixes.Any(prefix => pattern.StartsWith(prefix, StringComparison.Ordinal))
           from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
           select (method, pattern),
    ];

    private async Task TryAsync(string method, string pattern)
    {
        var route = $"{method} {pattern}";
        var kind = Kinds.FirstOrDefault(known => pattern.StartsWith(known.Beginning, StringComparison.Ordinal)).Kind;
        kind.ShouldNotBeNull($"{route} is new: say what its id means.");
        var (owner, intruder) = (await Server.OtherTenantAsync(), await Server.OtherTenantAsync());
        var ids = new Queue<string>(await MakeAsync(owner, kind));
        var path = Parameter().Replace(pattern, _ => ids.Dequeue());
        var body = method == "GET"
            ? null
            : Bodies.FirstOrDefault(known => known.Method == method && pattern.EndsWith(known.End, StringComparison.Ordinal)).Body ?? "{}";

        var asAdministrator = await Server.SendAsync(method, path, intruder.AdminToken, body);
        var withKey = await Server.SendAsync(method, path, intruder.Key, body);
        var isAck = kind == "command";
        asAdministrator.Status.ShouldBe(isAck ? 403 : 404, $"{route}: {asAdministrator.Text}");
        asAdministrator.Code.ShouldBe(isAck ? ErrorCodes.InsufficientPermissions : ErrorCodes.NotFound, route);
        withKey.Status.ShouldBeOneOf([401, 403, 404], $"{route}: {withKey.Text}");

        // The id was good, and still is: who owns it is not told that there is no such thing.
        var asOwner = await Server.SendAsync(method, path, owner.AdminToken, body);
        asOwner.Status.ShouldBeOneOf([200, 201, 400, 403, 409, 422], $"{route}: {asOwner.Text}");
        // Clients of every generation take an answer without JSON for a failure (contract, section 1.4).
        JsonNode.Parse(asOwner.Text).ShouldNotBeNull(route);
    }

    /// <summary>Makes something of a kind, and returns the ids that a path to it has.</summary>
    private async Task<IReadOnlyList<string>> MakeAsync(Tenant owner, string kind)
    {
        switch (kind)
        {
            case "agent":
                await owner.RegisterAgentAsync("their-agent");
                return ["their-agent"];
            case "command":
                await owner.RegisterAgentAsync("their-agent");
                return ["their-agent", Text(await AdminPostAsync(owner, "/api/registry/agents/their-agent/commands", """{"command_type":"NOTE","reason":"r"}"""), "command_id")];
            case "session":
                await owner.SubmittedAsync(Submissions.Body(more: new() { ["orchestration_session_id"] = "their-session" }));
                return ["their-session"];
            case "server":
                await owner.RegisterMcpServerAsync("their-server");
                return ["their-server"];
            case "model":
                await AdminPostAsync(owner, "/api/v1/models", """{"model_id":"their-model","model_name":"M"}""");
                return ["their-model"];
            case "component" or "alert":
                await AdminPostAsync(owner, "/api/v1/supply-chain/components", """{"component_id":"c","component_name":"C","component_type":"model","vulnerabilities":[{"id":"CVE-1"}]}""");
                return ["1"];
            case "classification":
                return [Text(await AdminPostAsync(owner, "/api/v1/resource-classifications", """{"resource_type":"db","sensitivity_level":"pii"}"""), "id")];
            case "hold":
                return [Text(await AdminPostAsync(owner, "/api/audit/legal-holds", """{"reason":"case"}"""), "id")];
            case "key":
                return [Text(await AdminPostAsync(owner, "/api/keys/generate", """{"name":"k"}"""), "key_id")];
            case "person":
                await AdminPostAsync(owner, "/api/users", """{"subject":"their-person"}""");
                return ["their-person"];
            case "webhook":
                return [Text(await owner.AdminAsync("POST", Webhooks, RestBody("action.denied")), "id")];
            case "delivery":
                var webhook = RestBody("action.submitted");
                webhook["retry_config"] = new JsonObject { ["max_retries"] = 0 };
                await owner.AdminAsync("POST", Webhooks, webhook);
                await owner.SubmittedAsync(Submissions.Harmless());
                return [await DeadLetters.FirstAsync(owner)];
            case "action":
                return [(await owner.SubmittedAsync(Submissions.Risky())).ToString()];
            case "approval":
                return [Text(await owner.SubmitAsync(Submissions.Risky()), "approval_request_id")];
            case "policy":
                return [Text(await AdminPostAsync(owner, "/api/governance/policies", Policy), "id")];
            case "rule":
                return [Text(await AdminPostAsync(owner, "/api/smart-rules", Rule), "id")];
            default:
                return [owner.OrganisationId.ToString()];
        }
    }

    private static async Task<Reply> AdminPostAsync(Tenant owner, string path, string body)
    {
        var reply = await owner.AdminAsync("POST", path, JsonNode.Parse(body)!.AsObject());
        reply.Status.ShouldBeOneOf([200, 201], reply.Text);
        return reply;
    }

    private static string Text(Reply reply, string member) => reply.Json[member]!.ToString();

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Parameter();
}
