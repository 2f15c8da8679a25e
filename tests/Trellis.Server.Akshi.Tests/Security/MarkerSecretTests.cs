using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Journal;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Security;

/// <summary>
/// Plants secrets where callers put theirs, and looks for them in every output: answers, events, and the files of the store, as they are, in
/// base64 and escaped (contract, section 7).
/// </summary>
public sealed class MarkerSecretTests : ServerTest
{
    [Fact]
    public async Task A_credential_appears_in_no_output()
    {
        Server.LiftRateLimit();
        await using var agui = await Server.ListenAsync("/api/v1/agui/events");
        await using var tasks = await Server.ListenAsync("/api/v1/a2a/events");
        var outputs = await UseAllOfItAsync();
        outputs.Add((await agui.NextFrameAsync())!.Data!);
        outputs.Add((await agui.NextFrameAsync())!.Data!);
        outputs.Add((await tasks.NextFrameAsync())!.Data!);

        foreach (var output in outputs)
            ShouldHide(output, Server.Token);
    }

    [Fact]
    public async Task The_files_of_the_store_hold_no_credential_and_no_private_key()
    {
        Server.LiftRateLimit();
        await UseAllOfItAsync();
        var pem = await File.ReadAllTextAsync(Path.Combine(Server.DataDirectory, "akshi", "security", "node_key.pem"), AkshiServer.Cancellation);
        var seed = Convert.FromBase64String(string.Concat(pem.Split('\n').Where(static line => !line.StartsWith('-'))))[^Ed25519Key.SeedLength..];

        var files = Directory.EnumerateFiles(Server.DataDirectory, "*.db*", SearchOption.AllDirectories).ToArray();
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, AkshiServer.Cancellation);
            bytes.ToArray().AsSpan().IndexOf(seed).ShouldBe(-1, file);
            ShouldHide(Encoding.Latin1.GetString(bytes.ToArray()), Server.Token);
            ShouldHide(Encoding.Latin1.GetString(bytes.ToArray()), Convert.ToBase64String(seed));
        }
    }

    [Fact]
    public async Task A_private_key_appears_in_no_output()
    {
        Server.LiftRateLimit();
        var outputs = await UseAllOfItAsync();
        var pem = await File.ReadAllTextAsync(Path.Combine(Server.DataDirectory, "akshi", "security", "node_key.pem"), AkshiServer.Cancellation);
        var body = string.Concat(pem.Split('\n').Where(static line => !line.StartsWith('-')));

        foreach (var output in outputs)
            output.ShouldNotContain(body);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = FakeAgents.Of("a") });

    private static void ShouldHide(string output, string secret)
    {
        output.ShouldNotContain(secret);
        output.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^2]);
        output.ShouldNotContain(Uri.EscapeDataString(secret));
    }

    // Each part of the API, well and badly used, with the token where a careless caller might put it.
    private async Task<List<string>> UseAllOfItAsync()
    {
        var token = Server.Token;
        var services = Server.Services;
        var outputs = new List<string>();
        var asking = services.GetRequiredService<IAgentApprovals>().AskAsync("a", "spend", "$5", TimeSpan.FromMinutes(5), CancellationToken.None).AsTask();
        await services.GetRequiredService<IJournal>().AppendAsync("a", null, "x", AkshiServer.Cancellation);
        (string Method, string Path, string? Body)[] requests =
        [
            ("POST", "/api/v1/findings", """{"source":"a","severity":"info","summary":"s"}"""),
            ("POST", "/api/v1/findings", $$"""{"source":"a","severity":"{{token}}","summary":"s"}"""),
            ("POST", "/api/v1/findings", $$"""{"{{token}}":"""),
            ("GET", $"/api/v1/findings?since={token}", null),
            ("POST", "/api/v1/approvals", $$"""{"request_id":"{{token}}","decision":"approve"}"""),
            ("POST", "/api/v1/approvals", $$"""{"request_id":"x","decision":"{{token}}"}"""),
            ("POST", $"/api/v1/approvals/{token}", """{"decision":"deny"}"""),
            ("POST", "/api/v1/approvals/batch", $$"""{"ids":["{{token}}"],"decision":"deny"}"""),
            ("POST", "/api/v1/a2a/tasks", """{"to":"a","input":1}"""),
            ("POST", "/api/v1/a2a/tasks", $$"""{"to":"{{token}}","input":1}"""),
            ("GET", $"/api/v1/a2a/tasks/{token}", null),
            ("GET", $"/api/v1/a2a/tasks?status={token}", null),
            ("POST", $"/api/v1/a2a/tasks/{token}/start", null),
            ("POST", "/api/v1/sync/envelopes", $$"""{"peer_id":"{{token}}","envelopes":[{"seq":1,"agent":"x","payload":"{{token}}","signature":"{{token}}"}]}"""),
            ("GET", $"/api/v1/registry/packages/{token}", null),
            ("POST", $"/api/v1/mcp/{token}", "{}"),
            ("POST", "/api/v1/mcp/a", $$"""{"jsonrpc":"2.0","id":1,"method":"{{token}}"}"""),
            ("POST", "/api/v1/mcp/a", $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{token}}}"}}"""),
            ("GET", $"/api/v1/agents/stream?agent={token}", null),
            ("GET", $"/api/v1/agents/{token}", null),
            (token[..8], "/api/v1/findings", null),
            .. new[]
            {
                "/api/v1/findings", "/api/v1/approvals", "/api/v1/approvals/batched", "/api/v1/a2a/tasks", "/api/v1/receipts", "/api/v1/receipts/verify",
                "/api/v1/sync/envelopes?agent=a", "/api/v1/registry/packages", "/.well-known/agent-card.json", "/.well-known/did.json",
                "/.well-known/agents.md", "/.well-known/akshi-node", "/api/v1/metrics",
            }.Select(static path => ("GET", path, (string?)null)),
        ];
        foreach (var (method, path, body) in requests)
        {
            var reply = await Server.SendAsync(method, path, body);
            outputs.Add(reply.Text);
            outputs.Add(reply.Headers.ToString());
        }

        asking.IsCompleted.ShouldBeFalse();
        return outputs;
    }
}
