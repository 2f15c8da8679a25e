using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Http;

/// <summary>All names of a path are one route, whatever is sent to it (contract, section 2.1).</summary>
public sealed class AliasTests : ServerTest
{
    public static TheoryData<string, string, string> Aliases => new()
    {
        { "POST", "/api/v1/actions/submit", "/api/authorization/agent-action" },
        { "POST", "/api/v1/actions/submit", "/api/sdk/agent-action" },
        { "POST", "/api/v1/actions/submit", "/api/v1/actions/evaluate" },
        { "GET", "/api/v1/actions/{id}/status", "/api/agent-action/status/{id}" },
        { "GET", "/api/v1/actions/{id}", "/api/agent-action/{id}" },
        { "POST", "/api/agent-action/{id}/complete", "/api/sdk/action/{id}/completed" },
        { "POST", "/api/agent-action/{id}/fail", "/api/sdk/action/{id}/failed" },
        { "POST", "/api/registry/agents", "/api/sdk/agent/register" },
        { "POST", "/api/webhooks/configure", "/api/sdk/webhooks/configure" },
        { "GET", "/audit/logs", "/api/audit/logs" },
        { "POST", "/api/governance/policies/evaluate-realtime", "/api/governance/policies/evaluate" },
        { "POST", "/api/governance/policies/evaluate-realtime", "/api/policies/evaluate" },
        { "POST", "/api/governance/policies/try", "/api/policies/try" },
        { "GET", "/api/governance/policies", "/api/policies" },
        { "POST", "/api/governance/policies", "/api/policies" },
        { "GET", "/api/governance/policies/{id}", "/api/policies/{id}" },
        { "PUT", "/api/governance/policies/{id}", "/api/policies/{id}" },
        { "DELETE", "/api/governance/policies/{id}", "/api/policies/{id}" },
        { "POST", "/api/v1/actions/{id}/approve", "/api/governance/workflows/{id}/approve" },
        { "POST", "/api/v1/actions/{id}/reject", "/api/governance/workflows/{id}/deny" },
        { "GET", "/api/v1/approvals", "/api/authorization/approvals" },
    };

    [Theory]
    [MemberData(nameof(Aliases))]
    public async Task Another_name_refuses_what_the_first_one_refuses_in_the_same_words(string method, string path, string alias)
    {
        var user = await First.PersonAsync("user", Identity.CallerRole.User, level: 1);
        string?[] credentials = [null, "owkai_live_nobody", First.Key, user, First.AdminToken];
        string?[] bodies = method is "GET" ? [null] : [null, "{}", "[]", "{", """{"agent_id":7,"action_type":"","risk_score":101,"policy_name":9,"url":"x"}"""];
        foreach (var credential in credentials)
        {
            foreach (var body in bodies)
            {
                var first = await SendAsync(path);
                var other = await SendAsync(alias);
                other.Status.ShouldBe(first.Status, $"{alias} {body}: {other.Text}");
                Lasting(other).ToJsonString().ShouldBe(Lasting(first).ToJsonString());

                Task<Reply> SendAsync(string of) => Server.SendAsync(method, of.Replace("{id}", "77"), credential, body);
            }
        }
    }

    [Fact]
    public void Every_name_that_a_client_generation_knows_is_served()
    {
        var served = (
            from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}").ToHashSet();

        foreach (var row in Aliases)
        {
            served.ShouldContain($"{row.Data.Item1} {row.Data.Item2}");
            served.ShouldContain($"{row.Data.Item1} {row.Data.Item3}");
        }
    }

    // What differs between two answers to the same request.
    private static JsonObject Lasting(Reply reply)
    {
        var json = reply.Json;
        foreach (var passing in (string[])["correlation_id", "timestamp", "events", "next_before", "total"])
            json.Remove(passing);
        return json;
    }
}
