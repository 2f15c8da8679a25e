using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Wire;

/// <summary>Contract sections 2.2, 2.6 to 2.8 and 2.10 to 2.13: what the Python SDK does not wrap.</summary>
public sealed class LaterOperationTests
{
    [Fact]
    public async Task Grants_are_revoked_and_restored_by_agent_and_domain()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"agent":"researcher","domain":"github","status":"revoked"}"""), StubAnswer.Json("""{"agent":"researcher","domain":"github","status":"active"}"""));
        (await akshi.Client.Grants.RevokeAsync("researcher", "github")).Status.ShouldBe(GrantState.Revoked);
        akshi.LastLine.ShouldBe("POST /api/v1/broker/grants/researcher/github/revoke");
        akshi.Last.BodyText.ShouldBe("");
        akshi.Client.Grants.Restore("researcher", "github").Status.ShouldBe(GrantState.Active);
        akshi.LastLine.ShouldBe("POST /api/v1/broker/grants/researcher/github/restore");
    }

    [Fact]
    public async Task Approvals_are_decided_by_id_in_groups_and_in_batches()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"groups":[{"agent":"researcher","capability":"http_fetch","count":3,"ids":["apr-001","apr-002","apr-003"]}]}"""),
            StubAnswer.Json("""{"decided":2,"ids":["apr-001","apr-002"]}"""),
            StubAnswer.Json("""{"ok":true,"id":"apr-003"}"""));
        var group = (await akshi.Client.Decisions.ListGroupsAsync()).Groups.Single();
        akshi.LastLine.ShouldBe("GET /api/v1/approvals/batched");
        (group.Agent, group.Capability, group.Count, group.Ids.Count).ShouldBe(("researcher", "http_fetch", 3, 3));
        var batch = await akshi.Client.Decisions.DecideAllAsync(["apr-001", "apr-002"], ApprovalVerdict.Deny);
        akshi.LastLine.ShouldBe("POST /api/v1/approvals/batch");
        akshi.Last.BodyText.ShouldBe("""{"ids":["apr-001","apr-002"],"decision":"deny"}""");
        (batch.Decided, batch.Ids.Count).ShouldBe((2, 2));
        akshi.Client.Decisions.Decide("apr-003", ApprovalVerdict.Approve, "fine").Id.ShouldBe("apr-003");
        akshi.LastLine.ShouldBe("POST /api/v1/approvals/apr-003");
        akshi.Last.BodyText.ShouldBe("""{"decision":"approve","reason":"fine"}""");
        Should.Throw<ArgumentException>(() => akshi.Client.Decisions.DecideAll([], ApprovalVerdict.Deny));
        Should.Throw<ArgumentException>(() => akshi.Client.Decisions.Decide("batched", ApprovalVerdict.Deny));
    }

    [Fact]
    public async Task Tasks_are_given_and_looked_up()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json(201, """{"id":"task-002","status":"pending","created_at":"2026-03-17T09:00:00Z"}"""),
            StubAnswer.Json("""{"id":"task-002","status":"failed","error":{"code":7}}"""));
        (await akshi.Client.Tasks.CreateAsync("orchestrator", "researcher", new JsonObject { ["query"] = "…" })).Status.ShouldBe(A2ATaskState.Pending);
        akshi.LastLine.ShouldBe("POST /api/v1/a2a/tasks");
        var sent = akshi.Last.ReadJson();
        (sent.GetProperty("from").GetString(), sent.GetProperty("to").GetString(), sent.GetProperty("input").GetProperty("query").GetString())
            .ShouldBe(("orchestrator", "researcher", "…"));
        var task = akshi.Client.Tasks.Get("task-002");
        (task.Status, task.Error).ShouldBe((A2ATaskState.Failed, """{"code":7}"""));
    }

    [Fact]
    public async Task Journals_are_read_handed_in_and_compared()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"agent":"researcher","local_seq":142,"peers":[{"peer_id":"node-beta","acked_seq":140,"lag":2}],"converged":false}"""),
            StubAnswer.Json("""{"envelopes":[{"seq":141,"agent":"researcher","payload_hash":"sha256:ab","timestamp":"2026-03-17T09:00:00Z","signature":"ed25519:cd"}]}"""),
            StubAnswer.Json("""{"accepted":1,"rejected":0}"""));
        var convergence = await akshi.Client.Sync.GetConvergenceAsync("researcher");
        akshi.LastLine.ShouldBe("GET /api/v1/sync/convergence?agent=researcher");
        (convergence.LocalSeq, convergence.Converged, convergence.Peers.Single()).ShouldBe((142, false, new SyncPeer { PeerId = "node-beta", AckedSeq = 140, Lag = 2 }));
        var envelope = akshi.Client.Sync.ListEnvelopes("researcher", 140, 10).Envelopes.Single();
        akshi.LastLine.ShouldBe("GET /api/v1/sync/envelopes?agent=researcher&since=140&limit=10");
        (envelope.Seq, envelope.PayloadHash, envelope.Signature).ShouldBe((141, "sha256:ab", "ed25519:cd"));
        var receipt = await akshi.Client.Sync.PostEnvelopesAsync(
            "node-beta", [new SyncEnvelope { Seq = 143, Agent = "researcher", Payload = "AAEC", Signature = "ed25519:ef" }]);
        akshi.LastLine.ShouldBe("POST /api/v1/sync/envelopes");
        akshi.Last.BodyText.ShouldBe("""{"peer_id":"node-beta","envelopes":[{"seq":143,"agent":"researcher","payload":"AAEC","signature":"ed25519:ef"}]}""");
        (receipt.Accepted, receipt.Rejected).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Packages_are_published_as_a_form_and_listed()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json(201, """{"id":"log-monitor","version":"1.1.0","checksum":"sha256:ab","published_at":"2026-03-17T09:00:00Z"}"""),
            StubAnswer.Json("""[{"id":"log-monitor","version":"1.1.0","description":"d","wasm_size_bytes":5000000000}]"""),
            StubAnswer.Json("""{"id":"log-monitor","versions":["1.0.0","1.1.0"]}"""));
        using var module = new MemoryStream([0, 0x61, 0x73, 0x6D]);
        (await akshi.Client.Registry.PublishAsync(new("log-monitor", "1.1.0", "Watches \"logs\"", module))).Checksum.ShouldBe("sha256:ab");
        akshi.LastLine.ShouldBe("POST /api/v1/registry/packages");
        akshi.Last.Header("Content-Type")!.ShouldStartWith("multipart/form-data; boundary=");
        var form = akshi.Last.BodyText.Replace(akshi.Last.Header("Content-Type")!["multipart/form-data; boundary=".Length..], "b");
        form.ShouldBe(
            "--b\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\nlog-monitor\r\n" +
            "--b\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n1.1.0\r\n" +
            "--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nWatches \"logs\"\r\n" +
            "--b\r\nContent-Disposition: form-data; name=\"wasm\"; filename=\"log-monitor.wasm\"\r\nContent-Type: application/wasm\r\n\r\n\0asm\r\n--b--\r\n");
        (await akshi.Client.Registry.ListAsync()).Single().WasmSizeBytes.ShouldBe(5_000_000_000);
        akshi.Client.Registry.Get("log-monitor").Versions.ShouldBe(["1.0.0", "1.1.0"]);
        akshi.LastLine.ShouldBe("GET /api/v1/registry/packages/log-monitor");
        module.CanRead.ShouldBeTrue();
    }

    [Fact]
    public void A_version_that_is_there_is_a_conflict_and_a_package_without_a_name_is_not_sent()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(409, """{"error":"conflict","detail":"log-monitor 1.1.0 exists"}"""));
        using var module = new MemoryStream([1]);
        Should.Throw<AkshiConflictException>(() => akshi.Client.Registry.Publish(new("log-monitor", "1.1.0", "", module)));
        Should.Throw<ArgumentException>(() => akshi.Client.Registry.Publish(new("", "1.1.0", "", module)));
    }

    [Fact]
    public async Task Tools_are_listed_and_called()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"search_logs","description":"d","inputSchema":{"type":"object"}}]}}"""),
            StubAnswer.Json("""{"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"text","text":"3 matches"},{"type":"image"},{"type":"text","text":"in 2 files"}],"isError":true}}"""),
            StubAnswer.Json("""{"jsonrpc":"2.0","id":3,"result":{}}"""));
        var tool = (await akshi.Client.Mcp.ListToolsAsync("log-monitor")).Tools.Single();
        akshi.LastLine.ShouldBe("POST /api/v1/mcp/log-monitor");
        akshi.Last.BodyText.ShouldBe("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        (tool.Name, tool.InputSchema!.Value.GetProperty("type").GetString()).ShouldBe(("search_logs", "object"));
        var arguments = new JsonObject { ["pattern"] = "ERROR" };
        var result = akshi.Client.Mcp.CallTool("log-monitor", "search_logs", arguments);
        akshi.Last.BodyText.ShouldBe("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_logs","arguments":{"pattern":"ERROR"}}}""");
        arguments.Parent.ShouldBeNull();
        (result.IsError, result.Content.Count, result.Text).ShouldBe((true, 3, "3 matches\nin 2 files"));
        (await akshi.Client.Mcp.RequestAsync("log-monitor", "ping")).EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_the_tools_server_comes_inside_of_a_success()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no such method","data":{"method":"x"}}}"""),
            StubAnswer.Json("""{"jsonrpc":"2.0","id":2}"""),
            StubAnswer.Json("""{"jsonrpc":"2.0","id":3,"result":{"tools":7}}"""),
            StubAnswer.Json(404, """{"error":"agent_not_found","detail":"no tools"}"""));
        var error = await Should.ThrowAsync<AkshiMcpException>(() => akshi.Client.Mcp.RequestAsync("a", "x"));
        (error.Code, error.ErrorData!.Value.GetProperty("method").GetString()).ShouldBe((-32601, "x"));
        error.Message.ShouldBe("x failed: the agent's MCP server answered with error -32601: no such method.");
        await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.Mcp.ListToolsAsync("a"));
        Should.Throw<AkshiProtocolException>(() => akshi.Client.Mcp.ListTools("a"));
        Should.Throw<AkshiNotFoundException>(() => akshi.Client.Mcp.CallTool("a", "t")).Error.ShouldBe("agent_not_found");
    }

    [Fact]
    public async Task Metrics_are_text()
    {
        const string Text = "# HELP akshi_approvals_pending Approvals waiting for a person.\n# TYPE akshi_approvals_pending gauge\nakshi_approvals_pending 2\n";
        using var akshi = new AkshiFixture(StubAnswer.Text(Text), StubAnswer.Text(""));
        (await akshi.Client.MetricsAsync()).ShouldBe(Text);
        akshi.LastLine.ShouldBe("GET /api/v1/metrics");
        akshi.Last.Header("Accept")!.ShouldStartWith("text/plain");
        akshi.Client.Metrics().ShouldBe("");
    }

    [Fact]
    public async Task A_runtime_tells_everybody_what_it_is()
    {
        using var akshi = new AkshiFixture(
            StubAnswer.Json("""{"name":"node","url":"http://h","version":"0.5.0","capabilities":{"streaming":true,"pushNotifications":false},"skills":[{"id":"s","name":"n","description":"d"}]}"""),
            StubAnswer.Json("""{"@context":["https://www.w3.org/ns/did/v1"],"id":"did:web:h","verificationMethod":[{"id":"#k","type":"Ed25519VerificationKey2020","controller":"did:web:h","publicKeyMultibase":"z6Mk"}],"authentication":["#k"]}"""),
            StubAnswer.Text("# Node\n", "text/markdown"),
            StubAnswer.Json("""{"did":"did:key:z6Mk","name":"node","version":"0.5.0","dashboard_port":3210}"""));
        var card = await akshi.Client.Discovery.GetAgentCardAsync();
        (card.Name, card.Capabilities!.Streaming, card.Capabilities.PushNotifications, card.Skills.Single().Id).ShouldBe(("node", true, false, "s"));
        card.AdditionalFields.ShouldBeNull();
        var did = akshi.Client.Discovery.GetDidDocument();
        (did.Id, did.VerificationMethod.Single().PublicKeyMultibase, did.Authentication.Single().GetString()).ShouldBe(("did:web:h", "z6Mk", "#k"));
        (await akshi.Client.Discovery.GetAgentsMarkdownAsync()).ShouldBe("# Node\n");
        akshi.Client.Discovery.GetNode().DashboardPort.ShouldBe(3210);
        akshi.Transport.Requests.Select(request => request.Path)
            .ShouldBe(["/.well-known/agent-card.json", "/.well-known/did.json", "/.well-known/agents.md", "/.well-known/akshi-node"]);
    }
}
