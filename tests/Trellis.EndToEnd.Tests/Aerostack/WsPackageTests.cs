using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>The unmodified <c>ws</c> npm package, which gives up a handshake that selects no subprotocol (contract, section 7.1).</summary>
public sealed class WsPackageTests(SharedServer server)
{
    [Fact]
    public async Task It_connects_subscribes_and_receives_what_is_published()
    {
        var seen = await NodeProject.Ws.RunAsync("tour.mjs", new Dictionary<string, string>
        {
            ["REALTIME_URL"] = $"ws://{server.Url.Authority}/api/realtime",
            ["AEROSTACK_API_KEY"] = AerostackClients.Key(server),
        });

        seen["selected"]!.AsArray().Select(static each => each!.ToJsonString()).ShouldBe(["\"aerostack-v1\"", "true"]);
        var topic = seen["topic"]!.GetValue<string>();
        topic.ShouldStartWith("table/todos/prj_");
        seen["event"]!["topic"]!.GetValue<string>().ShouldBe(topic);
        JsonNode.DeepEquals(seen["event"]!["data"], JsonNode.Parse("""{"x":2}""")).ShouldBeTrue();
        seen["ack"]!["id"]!.GetValue<string>().ShouldBe("n1");
        seen["pong"]!["type"]!.GetValue<string>().ShouldBe("pong");
        seen["unknownKey"]!.GetValue<string>().ShouldContain("401");
        seen["closedWith"]!.GetValue<int>().ShouldBe(1000);
    }
}
