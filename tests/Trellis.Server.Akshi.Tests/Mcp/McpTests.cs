using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Journal;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Mcp;

public sealed class McpTests : ServerTest
{
    private const string Path = "/api/v1/mcp/researcher";

    private readonly FakeAgents _agents = FakeAgents.Of("researcher", "a/b c");

    [Fact]
    public async Task The_tools_are_listed_with_their_schemas()
    {
        var tools = (await CallAsync("tools/list", null))["result"]!["tools"]!.AsArray();

        tools.Select(static tool => tool!["name"]!.GetValue<string>()).ShouldContain("search_findings");
        tools.ShouldAllBe(static tool => tool!["inputSchema"]!["type"]!.GetValue<string>() == "object" && tool["description"] != null);
    }

    [Fact]
    public async Task Findings_of_the_agent_are_searched()
    {
        await Server.PostAsync(
            "/api/v1/findings",
            """
            [{"source":"researcher","severity":"warning","file":"a.log","summary":"ERROR one"},
             {"source":"researcher","severity":"info","summary":"fine","detail":"after an error"},
             {"source":"researcher","severity":"info","summary":"fine"},
             {"source":"other","severity":"info","summary":"error"}]
            """);

        var answer = await CallAsync("tools/call", """{"name":"search_findings","arguments":{"pattern":"error"}}""");

        answer["id"]!.GetValue<int>().ShouldBe(7);
        var content = answer["result"]!["content"]!.AsArray().Single()!;
        content["type"]!.GetValue<string>().ShouldBe("text");
        content["text"]!.GetValue<string>().ShouldBe("2 matches\n#1 warning a.log ERROR one\n#2 info  fine");
    }

    [Fact]
    public async Task The_journal_of_the_agent_is_searched()
    {
        await Server.Services.GetRequiredService<IJournal>().AppendAsync("researcher", "idea", "use a hash", AkshiServer.Cancellation);

        var answer = await CallAsync("tools/call", """{"name":"search_journal","arguments":{"pattern":"HASH"}}""");

        answer["result"]!["content"]![0]!["text"]!.GetValue<string>().ShouldBe("1 match\n#1 idea use a hash");
    }

    [Fact]
    public async Task The_log_of_the_agent_is_searched()
    {
        var log = Server.Services.GetRequiredService<RuntimeLog>();
        log.Write(LogSeverity.Warn, "researcher", "many errors");
        log.Write(LogSeverity.Warn, "other", "many errors");
        log.Write(LogSeverity.Info, "researcher", "fine");

        var answer = await CallAsync("tools/call", """{"name":"search_logs","arguments":{"pattern":"ERROR"}}""");

        answer["result"]!["content"]![0]!["text"]!.GetValue<string>().ShouldMatch(@"^1 match\n#\d+ warn many errors$");
    }

    [Fact]
    public async Task A_client_agrees_on_a_protocol_and_pings()
    {
        var started = (await CallAsync("initialize", """{"protocolVersion":"2025-03-26"}"""))["result"]!;

        started["protocolVersion"]!.GetValue<string>().ShouldBe("2025-03-26");
        started["capabilities"]!["tools"].ShouldNotBeNull();
        started["serverInfo"]!["name"]!.GetValue<string>().ShouldBe("researcher");
        (await CallAsync("initialize", """{"protocolVersion":"1999-01-01"}"""))["result"]!["protocolVersion"]!.GetValue<string>().ShouldBe("2025-06-18");
        (await CallAsync("ping", null))["result"]!.AsObject().Count.ShouldBe(0);
        (await Server.PostAsync(Path, """{"jsonrpc":"2.0","method":"notifications/initialized"}""")).ShouldBe(202).Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""{"id":1,"method":"ping"}""", -32600)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"ping"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"ping"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/drop"}""", -32601)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call"}""", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nothing"}}""", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_findings","arguments":{"limit":0}}}""", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_findings","arguments":[]}}""", -32602)]
    public async Task Errors_are_those_of_json_rpc_inside_of_200(string body, int code)
    {
        var answer = (await Server.PostAsync(Path, body)).ShouldBe(200).Json;

        answer["jsonrpc"]!.GetValue<string>().ShouldBe("2.0");
        answer["error"]!["code"]!.GetValue<int>().ShouldBe(code);
        answer["error"]!["message"]!.GetValue<string>().ShouldNotBeEmpty();
        answer.ContainsKey("result").ShouldBeFalse();
    }

    [Fact]
    public async Task An_agent_without_the_capability_has_no_server()
    {
        _agents.Add("plain");

        (await Server.PostAsync("/api/v1/mcp/plain", "{}")).ShouldBeRefused(404, "agent_not_found");
        (await Server.PostAsync("/api/v1/mcp/nobody", "{}")).ShouldBeRefused(404, "agent_not_found");
        (await Server.GetAsync(Path)).ShouldBeRefused(405, "method_not_allowed");
    }

    [Fact]
    public async Task A_name_with_a_slash_and_a_blank_survives() =>
        (await Server.PostAsync("/api/v1/mcp/a%2Fb%20c", """{"jsonrpc":"2.0","id":1,"method":"ping"}""")).ShouldBe(200).Json["result"].ShouldNotBeNull();

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = _agents });

    private async Task<JsonObject> CallAsync(string method, string? parameters) => (await Server.PostAsync(
        Path,
        parameters is null
            ? $$"""{"jsonrpc":"2.0","id":7,"method":"{{method}}"}"""
            : $$"""{"jsonrpc":"2.0","id":7,"method":"{{method}}","params":{{parameters}}}""")).ShouldBe(200).Json;
}
