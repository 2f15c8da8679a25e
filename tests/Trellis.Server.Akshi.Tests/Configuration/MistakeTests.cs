using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Configuration;

public sealed class MistakeTests
{
    private const string Agent = "[[agents]]\nname = 'a'\nwasm = 'a.wasm'\n";
    private const string Declarative = "[[agents]]\nname = 'a'\nkind = 'declarative'\nfile_pattern = '*'\n";
    private const string Rule = Declarative + "[[agents.rules]]\n";

    [Theory]
    [InlineData("[dashboard", "runtime.toml:1:11: the header of a table ends with ']'.")]
    [InlineData("[dashboard]\nport = '3210'", "runtime.toml:2:8: 'dashboard.port' must be an integer and is a string.")]
    [InlineData("[dashboard]\nport = 65536", "runtime.toml:2:8: 'dashboard.port' must be from 0 to 65535.")]
    [InlineData("[dashboard]\nauth = 'no'", "runtime.toml:2:8: 'dashboard.auth' must be true or false and is a string.")]
    [InlineData("[dashboard]\nauth = false\nbind = '0.0.0.0'", "runtime.toml:2:8: 'dashboard.auth' must not be false while 'dashboard.bind' is open to other machines.")]
    [InlineData("[dashboard]\nbind = 'example.com'", "runtime.toml:2:8: 'dashboard.bind' must be an IP address.")]
    [InlineData("[dashboard]\nbind = '::1'\nbind_address = '::1'", "runtime.toml:3:16: 'dashboard.bind_address' says the same as 'bind'; give one of them.")]
    [InlineData("[dashboard]\ntoken = 'short'", "runtime.toml:2:9: 'dashboard.token' must have at least 8 characters.")]
    [InlineData("[dashboard]\ncors_origins = 'x'", "runtime.toml:2:16: 'dashboard.cors_origins' must be an array of strings and is a string.")]
    [InlineData("[dashboard]\ncors_origins = ['http://a/b']", "must hold origins")]
    [InlineData("[dashboard]\ntls_cert = 'a.pem'", "'dashboard.tls_cert' needs the other one")]
    [InlineData("dashboard = 1", "runtime.toml:1:13: 'dashboard' must be a table and is an integer.")]
    [InlineData("[router]\nthreshold = 1.5", "runtime.toml:2:13: 'router.threshold' must be from 0 to 1.")]
    [InlineData("[router]\nthreshold = nan", "runtime.toml:2:13: 'router.threshold' must be from 0 to 1.")]
    [InlineData("[router]\ndefault_route = 'x'", "'router.default_route' names no route")]
    [InlineData("[[router.routes]]\nprovider = 'ollama'\nmodel = 'm'", "runtime.toml:1:1: 'router.routes[0].name' is required.")]
    [InlineData("[[router.routes]]\nname = 'x'\nprovider = 'skynet'\nmodel = 'm'", "'router.routes[0].provider' must be one of ollama, anthropic, openai, echo.")]
    [InlineData("[[router.routes]]\nname = 'x'\nprovider = 'ollama'\nmodel = 'm'\nbase_url = 'ftp://x'", "'router.routes[0].base_url' must be an http or https URL")]
    [InlineData("[[router.routes]]\nname = 'x'\nprovider = 'ollama'", "'router.routes[0].model' is required")]
    [InlineData("[[router.routes]]\nname = 'x'\nprovider = 'ollama'\nmodel = 'm'\napi_key = \"a\\nb\"", "'router.routes[0].api_key' must be printable ASCII")]
    [InlineData("[telemetry]\nlog_level = 'loud'", "runtime.toml:2:13: 'telemetry.log_level' must be one of trace, debug, info, warn, error.")]
    [InlineData("[runtime]\nmax_agents = 0\n" + Agent, "'agents' must be at most 0 (runtime.max_agents).")]
    [InlineData("[agents]\nname = 'a'", "runtime.toml:1:1: 'agents' must be an array of tables ([[agents]]) and is a table.")]
    [InlineData("[[agents]]\nwasm = 'a'", "runtime.toml:1:1: 'agents[0].name' is required.")]
    [InlineData("[[agents]]\nname = ' '\nwasm = 'a'", "runtime.toml:2:8: 'agents[0].name' must not be blank.")]
    [InlineData("[[agents]]\nname = 'a'", "'agents[0].wasm' is required")]
    [InlineData("[[agents]]\nname = 'a'\nkind = 'python'\nwasm = 'a'", "runtime.toml:3:8: 'agents[0].kind' must be one of declarative, wasm.")]
    [InlineData(Agent + Agent, "runtime.toml:5:8: 'agents[1].name' is the name of another agent too.")]
    [InlineData(Agent + "tick_interval_ms = 1", "'agents[0].tick_interval_ms' must be from 10 to")]
    [InlineData(Agent + "tick_interval_ms = 100\ntick_interval_secs = 1", "'agents[0].tick_interval_secs' says the same as 'tick_interval_ms'")]
    [InlineData(Agent + "capabilities = ['fly']", "runtime.toml:4:16: 'agents[0].capabilities[0]' is no capability")]
    [InlineData(Agent + "capabilities = { fly = true }", "'agents[0].capabilities.fly' is no capability")]
    [InlineData(Agent + "capabilities = { mcp = 1 }", "'agents[0].capabilities.mcp' must be true or false and is an integer.")]
    [InlineData(Agent + "endpoints = { allowed = 'x' }", "'agents[0].endpoints.allowed' must be an array of hosts.")]
    [InlineData(Agent + "endpoints = { allowed = ['*.example.com'] }", "'agents[0].endpoints.allowed[0]' must be a host")]
    [InlineData(Agent + "endpoints = [{ url = 'https://u:p@x' }]", "'agents[0].endpoints[0].url' must be a host")]
    [InlineData(Agent + "endpoints = [{ url = 'https://x' }, { url = 'https://x/y' }]", "has the name or host of another endpoint too")]
    [InlineData(Agent + "spend = {}", "'agents[0].spend.max_daily_usd' is required")]
    [InlineData(Agent + "spend = { daily_budget_usd = -1 }", "'agents[0].spend.daily_budget_usd' must be from 0")]
    [InlineData(Agent + "mcp_servers = [{ name = 'x' }]", "'agents[0].mcp_servers[0].argv' must name a program")]
    [InlineData(Agent + "route_profile = { prefer = 'x' }", "'agents[0].route_profile.prefer' must be local, cloud or the name of a route")]
    [InlineData("[[agents]]\nname = 'a'\nkind = 'declarative'\nprompt = 'x'", "'agents[0].file_pattern' is required.")]
    [InlineData("[[agents]]\nname = 'a'\nkind = 'declarative'\nprompt = 'x'\nfile_pattern = '../*'", "'agents[0].file_pattern' must be relative")]
    [InlineData("[[agents]]\nname = 'a'\nkind = 'declarative'\nprompt = 'x'\nfile_pattern = '/etc/*'", "'agents[0].file_pattern' must be relative")]
    [InlineData(Declarative + "prompt = 'x'\npaths = ['a/../..']", "'agents[0].paths' must be relative")]
    [InlineData(Declarative, "'agents[0].prompt' is required, or rules ([[agents.rules]]), or both.")]
    [InlineData(Declarative + "prompt = 'x'\noutput_schema = { summary = 'strings' }", "'agents[0].output_schema.summary' must be one of string,")]
    [InlineData(Declarative + "prompt = 'x'\noutput_schema = { severity = 'string' }", "'agents[0].output_schema' must have the member summary")]
    [InlineData(Rule + "pattern = '('", "runtime.toml:6:11: 'agents[0].rules[0].pattern' is no regular expression: InsufficientClosingParentheses at character 2.")]
    [InlineData(Rule + "pattern = 'x'\nseverity = 'bad'", "'agents[0].rules[0].severity' must be one of info, low, medium, warning, high, critical.")]
    [InlineData("x = '${TRELLIS_NOT_SET}'\n[dashboard]\ntoken = '${TRELLIS_NOT_SET}'", "runtime.toml:3:9: 'dashboard.token' needs the environment variable TRELLIS_NOT_SET, which is not set.")]
    public void Each_kind_of_mistake_is_refused_with_file_line_key_and_reason(string text, string fault)
    {
        var faults = Reading.Faults(text);

        faults.ShouldContain(found => found.Contains(fault), string.Join('\n', faults));
        faults.ShouldAllBe(static found => found.StartsWith("runtime.toml:"));
    }

    [Fact]
    public void All_mistakes_are_named_at_once_in_the_order_of_the_file() =>
        Reading.Faults("[[agents]]\nname = 1\nwasm = 'x'\n[dashboard]\nport = 'x'").ShouldBe(
            ["runtime.toml:2:8: 'agents[0].name' must be a string and is an integer.", "runtime.toml:5:8: 'dashboard.port' must be an integer and is a string."]);

    [Fact]
    public void An_unknown_key_is_a_warning()
    {
        var runtime = Reading.Of("colour = 1\n[dashboard]\nprot = 3\n" + Agent + "tikc = 1");

        runtime.Warnings.Select(static warning => warning.ToString()).ShouldBe(
            [
                "runtime.toml:3:8: 'dashboard.prot' is not known and has no effect.",
                "runtime.toml:7:8: 'agents[0].tikc' is not known and has no effect.",
                "runtime.toml:1:10: 'colour' is not known and has no effect.",
            ], ignoreOrder: true);
    }

    [Fact]
    public void Variables_are_put_in_and_no_message_or_print_holds_their_values()
    {
        FakeEnvironment environment = new() { ["API_KEY"] = "marker-secret-1", ["HOST"] = "example.com" };
        const string Text =
            """
            [[router.routes]]
            name = "cloud"
            provider = "openai"
            model = "m"
            base_url = "https://${HOST}/v1"
            api_key = "${API_KEY}"
            [[agents]]
            name = "$${HOST}"
            wasm = "a"
            """;

        var runtime = Reading.Of(Text, environment);
        runtime.Router.Routes[0].ApiKey!.Reveal().ShouldBe("marker-secret-1");
        runtime.Router.Routes[0].BaseUrl.ShouldBe(new Uri("https://example.com/v1"));
        runtime.Agents[0].Name.ShouldBe("${HOST}");
        runtime.ToString().ShouldNotContain("marker-secret-1");
        runtime.Router.Routes[0].ToString().ShouldNotContain("marker-secret-1");
        runtime.Secrets.ShouldContain(static secret => secret.Reveal() == "marker-secret-1");

        string.Concat(Reading.Faults(Text + "\nmax_restarts = '${API_KEY}'\nkind = '${API_KEY}'", environment)).ShouldNotContain("marker-secret-1");
    }
}
