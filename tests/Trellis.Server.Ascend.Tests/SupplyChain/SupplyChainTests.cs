using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.SupplyChain;

public sealed class SupplyChainTests : ServerTest
{
    private const string Root = "/api/v1/supply-chain";

    [Fact]
    public async Task A_component_is_registered_with_the_clients_fields()
    {
        var reply = await RegisterAsync(new()
        {
            ["component_id"] = "lib-1",
            ["component_name"] = "Library",
            ["component_type"] = "library",
            ["provenance_verified"] = false,
            ["risk_level"] = "medium",
            ["version"] = "1.0",
            ["latest_version"] = "1.2",
            ["package_ecosystem"] = "nuget",
        });

        reply.Status.ShouldBe(201, reply.Text);
        reply.Json["created"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["id"]!.GetValue<int>().ShouldBe(1);
        reply.Json["component"]!["package_ecosystem"]!.GetValue<string>().ShouldBe("nuget");
        reply.Json["has_vulnerabilities"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Registering_again_changes_what_is_given_and_keeps_the_rest()
    {
        await RegisterAsync(Body());

        var reply = await RegisterAsync(new() { ["component_id"] = "lib-1", ["version"] = "2.0" });

        reply.ShouldBeOk().Json["created"]!.GetValue<bool>().ShouldBeFalse();
        reply.Json["version"]!.GetValue<string>().ShouldBe("2.0");
        reply.Json["component_name"]!.GetValue<string>().ShouldBe("Library");
    }

    [Fact]
    public async Task Each_new_vulnerability_raises_one_alert()
    {
        var body = Body();
        body["vulnerabilities"] = new JsonArray(Vulnerability("CVE-2026-1", "critical"));
        await RegisterAsync(body.DeepClone().AsObject());
        body["vulnerabilities"]!.AsArray().Add(Vulnerability("CVE-2026-2", "low"));
        await RegisterAsync(body);

        var alerts = (await First.GetAsync("/api/alerts?type=supply_chain_cve&limit=10&acknowledged=False")).ShouldBeOk().Json["alerts"]!.AsArray();

        alerts.Select(static alert => alert!["details"]!["cve"]!.GetValue<string>()).ShouldBe(["CVE-2026-2", "CVE-2026-1"]);
        alerts[1]!["severity"]!.GetValue<string>().ShouldBe("critical");
    }

    [Fact]
    public async Task The_list_is_filtered_with_the_booleans_of_python()
    {
        await RegisterAsync(Body());
        await RegisterAsync(Body("lib-2", ("vulnerabilities", new JsonArray(Vulnerability("CVE-2026-1", "high")))));
        await RegisterAsync(Body("lib-3", ("is_active", false)));

        (await IdsAsync("")).ShouldBe(["lib-1", "lib-2"]);
        (await IdsAsync("?active_only=False")).ShouldBe(["lib-1", "lib-2", "lib-3"]);
        (await IdsAsync("?has_vulnerabilities=True&active_only=True")).ShouldBe(["lib-2"]);
        (await IdsAsync("?has_vulnerabilities=false")).ShouldBe(["lib-1"]);
        (await IdsAsync("?component_type=model")).ShouldBeEmpty();
        (await IdsAsync("?limit=1&offset=1")).ShouldBe(["lib-2"]);
    }

    [Fact]
    public async Task Statistics_count_by_kind()
    {
        await RegisterAsync(Body());
        await RegisterAsync(Body("lib-2", ("vulnerabilities", new JsonArray(Vulnerability("CVE-2026-1", "high")))));

        var stats = (await First.GetAsync($"{Root}/stats")).ShouldBeOk().Json;

        stats["total"]!.GetValue<int>().ShouldBe(2);
        stats["with_vulnerabilities"]!.GetValue<int>().ShouldBe(1);
        stats["by_type"]!["library"]!.GetValue<int>().ShouldBe(2);
        stats["vulnerabilities_by_severity"]!["high"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_impact_names_the_agents_that_depend_on_a_component()
    {
        await First.PostAsync("/api/registry/agents", new() { ["agent_id"] = "on-model" });
        await First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "lib-1", ["model_name"] = "Model" });
        await First.PutAsync("/api/registry/agents/on-model", new() { ["model_id"] = 1 });
        await RegisterAsync(Body("lib-1", ("dependent_agents", new JsonArray("declared"))));

        var impact = (await First.GetAsync($"{Root}/impact/1")).ShouldBeOk().Json;

        impact["affected_agents"]!.AsArray().Select(static agent => agent!.GetValue<string>()).ShouldBe(["declared", "on-model"]);
        impact["component"]!["component_id"]!.GetValue<string>().ShouldBe("lib-1");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("x")]
    public async Task The_impact_of_no_component_is_not_found(string id) =>
        (await First.GetAsync($"{Root}/impact/{id}")).ShouldBeRefused(404, ErrorCodes.NotFound);

    [Fact]
    public async Task The_sync_status_says_that_nothing_is_fetched() =>
        (await First.GetAsync($"{Root}/sync/status")).ShouldBeOk().Json["automatic"]!.GetValue<bool>().ShouldBeFalse();

    [Theory]
    [InlineData("component_id")]
    [InlineData("component_name")]
    [InlineData("component_type")]
    public async Task What_is_missing_is_named(string member)
    {
        var body = Body();
        body.Remove(member);

        (await RegisterAsync(body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();
    }

    [Fact]
    public async Task Long_ids_are_refused()
    {
        (await RegisterAsync(Body(new string('x', 256)))).ShouldBeRefused(422, ErrorCodes.Validation);
        (await RegisterAsync(Body(new string('x', 255)))).Status.ShouldBe(201);
    }

    private static JsonObject Vulnerability(string id, string severity) => new() { ["id"] = id, ["severity"] = severity };

    private static JsonObject Body(string id = "lib-1", params (string Name, JsonNode Value)[] more)
    {
        var body = new JsonObject { ["component_id"] = id, ["component_name"] = "Library", ["component_type"] = "library" };
        foreach (var (name, value) in more)
            body[name] = value;
        return body;
    }

    private Task<Reply> RegisterAsync(JsonObject body) => First.PostAsync($"{Root}/components", body);

    private async Task<string[]> IdsAsync(string query) =>
        (await First.GetAsync($"{Root}/components{query}")).ShouldBeOk().Json["components"]!.AsArray()
            .Select(static item => item!["component_id"]!.GetValue<string>()).ToArray();
}
