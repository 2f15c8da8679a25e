using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Discovery;

public sealed class DiscoveryTests : ServerTest
{
    private readonly FakeAgents _agents = FakeAgents.Of("log-monitor");

    [Theory]
    [InlineData("/.well-known/agent-card.json")]
    [InlineData("/.well-known/agent.json")]
    public async Task The_card_has_a_skill_per_agent(string path) =>
        (await OpenAsync(path)).ShouldAnswer(
            $$"""
            {"name":"trellis","url":"{{Server.Url.ToString().TrimEnd('/')}}","version":"0.5.0",
             "capabilities":{"streaming":true,"pushNotifications":false},
             "skills":[{"id":"log-monitor","name":"log-monitor","description":"What log-monitor does"}]}
            """);

    [Fact]
    public async Task The_did_document_has_the_key_of_the_node()
    {
        var document = (await OpenAsync("/.well-known/did.json")).ShouldBe(200).Json;

        var id = $"did:web:127.0.0.1%3A{Server.Url.Port}";
        document["id"]!.GetValue<string>().ShouldBe(id);
        var method = document["verificationMethod"]!.AsArray().Single()!;
        method["type"]!.GetValue<string>().ShouldBe("Ed25519VerificationKey2020");
        method["publicKeyMultibase"]!.GetValue<string>().ShouldStartWith("z6Mk");
        document["authentication"]![0]!.GetValue<string>().ShouldBe(method["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_node_names_itself_by_its_key()
    {
        var did = Server.Services.GetRequiredService<NodeIdentity>().Did;

        (await OpenAsync("/.well-known/akshi-node")).ShouldAnswer(
            $$"""{"did":"{{did}}","name":"trellis","version":"0.5.0","dashboard_port":{{Server.Url.Port}}}""");
    }

    [Fact]
    public async Task People_read_markdown_in_which_an_agent_can_write_nothing_but_text()
    {
        _agents.Add("[x](http://evil/)\n# Title");

        var reply = (await OpenAsync("/.well-known/agents.md")).ShouldBe(200);

        reply.ContentType.ShouldBe("text/markdown; charset=utf-8");
        reply.Text.ShouldContain("- **log\\-monitor**: What log\\-monitor does\n");
        reply.Text.ShouldContain("\\[x\\]\\(http://evil/\\) \\# Title");
        reply.Text.ShouldContain($"{Server.Url}api/v1/a2a/tasks");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = _agents });

    private Task<Reply> OpenAsync(string path) => Server.SendAsync("GET", path, null, static _ => { });
}
