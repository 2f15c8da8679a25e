using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Tests.Configuration;

public sealed class DialectTests
{
    [Fact]
    public void Both_dialects_give_the_same_agent()
    {
        var reference = Reading.Agent(
            """
            name = "researcher"
            wasm = "agents/researcher.wasm"
            tick_interval_ms = 60000
            fuel = 5
            capabilities = ["inference.prompt", "http.request", "database.read"]
            endpoints = [{ name = "api.github.com", url = "https://api.github.com/" }]
            spend_policy = { max_daily_usd = 2.5, per_action_limit = 0.1 }
            intent_policy = { require_approval = ["http.request"] }
            """);
        var guide = Reading.Agent(
            """
            name = "researcher"
            wasm_path = "agents/researcher.wasm"
            tick_interval_secs = 60
            fuel_limit = 5
            [agents.capabilities]
            inference = true
            http_fetch = true
            database = true
            mcp = false
            [agents.endpoints]
            allowed = ["https://api.github.com"]
            [agents.spend]
            daily_budget_usd = 2.5
            per_inference_max_usd = 0.1
            [agents.approval]
            http_fetch = true
            """);

        guide.Capabilities.Order().ShouldBe(["database", "http_fetch", "inference"]);
        reference.Capabilities.Order().ShouldBe(guide.Capabilities.Order());
        (reference.WasmModule, reference.TickInterval, reference.FuelLimit).ShouldBe((guide.WasmModule, guide.TickInterval, guide.FuelLimit));
        reference.Approval.Required.ShouldBe(guide.Approval.Required);
        Describe(reference.Endpoints).ShouldBe(Describe(guide.Endpoints));
        reference.Spend!.MaxDailyUsd.ShouldBe(2.5m);
        (reference.Spend.MaxDailyUsd, reference.Spend.PerActionUsd).ShouldBe((guide.Spend!.MaxDailyUsd, guide.Spend.PerActionUsd));
    }

    [Fact]
    public void An_endpoint_keeps_what_is_said_of_it_and_prints_no_header()
    {
        var endpoint = Reading.Agent(
            """
            name = "a"
            wasm = "a.wasm"
            [[agents.endpoints]]
            name = "anthropic"
            url = "https://API.Anthropic.com:8443/v1"
            headers = { "x-team" = "marker-header-value" }
            timeout_secs = 5
            secret_env_var = "ANTHROPIC_API_KEY"
            secret_header = "x-api-key"
            """).Endpoints.ShouldHaveSingleItem();

        (endpoint.Name, endpoint.Scheme, endpoint.Host, endpoint.Port, endpoint.PathPrefix).ShouldBe(("anthropic", "https", "api.anthropic.com", 8443, "/v1"));
        (endpoint.SecretEnvVar, endpoint.SecretHeader, endpoint.Timeout).ShouldBe(("ANTHROPIC_API_KEY", "x-api-key", TimeSpan.FromSeconds(5)));
        endpoint.Headers["X-Team"].Reveal().ShouldBe("marker-header-value");
        endpoint.ToString().ShouldNotContain("marker-header-value");
    }

    [Fact]
    public void A_list_of_hosts_may_hold_hosts_ports_and_tables()
    {
        var agent = Reading.Agent(
            """
            name = "a"
            wasm = "a.wasm"
            [agents.endpoints]
            allowed = ["example.com", "localhost:8080", "[::1]:9000", { host = "api.example.com", path_prefix = "/v1", secret_env = "KEY" }]
            """);

        Describe(agent.Endpoints).ShouldBe(["example.com||/", "localhost|8080|/", "::1|9000|/", "api.example.com||/v1"]);
        agent.Endpoints[3].SecretEnvVar.ShouldBe("KEY");
    }

    [Fact]
    public void An_empty_list_of_hosts_allows_none() =>
        Reading.Agent("name = 'a'\nwasm = 'a.wasm'\n[agents.endpoints]\nallowed = []").Endpoints.ShouldBeEmpty();

    [Fact]
    public void A_daily_budget_of_zero_is_a_policy_and_no_section_is_none()
    {
        Reading.Agent("name = 'a'\nwasm = 'a.wasm'\nspend_policy = { max_daily_usd = 0 }").Spend.ShouldNotBeNull().MaxDailyUsd.ShouldBe(0);
        Reading.Agent("name = 'a'\nwasm = 'a.wasm'").Spend.ShouldBeNull();
    }

    [Fact]
    public void A_declarative_agent_is_read_whole()
    {
        var definition = Reading.Agent(
            """
            name = "todo-watch"
            kind = "declarative"
            goal = "Report risky changes"
            file_pattern = "src/**/*.cs"
            paths = ["src"]
            prompt = "List problems in {{file}}:\n{{content}}"
            output_schema = { severity = "string", summary = "string", line = "integer?" }
            append_only = true
            [[agents.rules]]
            pattern = 'TODO'
            severity = "warning"
            ignore_case = true
            """).Declarative.ShouldNotBeNull();

        definition.FilePatterns.ShouldBe(["src/**/*.cs"]);
        definition.Paths.ShouldBe(["src"]);
        definition.IsAppendOnly.ShouldBeTrue();
        definition.OutputSchema.Members.ShouldContain(new OutputMember("line", OutputType.Integer, IsOptional: true));
        definition.Rules.ShouldBe([new AgentRule("TODO", "warning", null, IgnoresCase: true)]);
    }

    [Fact]
    public void A_fingerprint_changes_with_what_the_agent_is_made_of_alone()
    {
        var first = Reading.Agent("name = 'a'\nwasm = 'a.wasm'\ntags = ['x']").Fingerprint;

        Reading.Agent("# a comment\ntags = [ \"x\" ]\nwasm = 'a.wasm'\nname = 'a'").Fingerprint.ShouldBe(first);
        Reading.Agent("name = 'a'\nwasm = 'a.wasm'\ntags = ['y']").Fingerprint.ShouldNotBe(first);
        Reading.Of("[runtime]\ntick_interval_ms = 20\n[[agents]]\nname = 'a'\nwasm = 'a.wasm'\ntags = ['x']").Agents[0].Fingerprint.ShouldNotBe(first);
    }

    private static IEnumerable<string> Describe(IEnumerable<EndpointConfiguration> endpoints) =>
        endpoints.Select(static endpoint => $"{endpoint.Host}|{endpoint.Port}|{endpoint.PathPrefix}");
}
