using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Akshi.Tests.Broker;
using Trellis.Server.Akshi.Tests.Inference;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Security;

/// <summary>
/// Plants secrets in each place of the configuration and of the broker that takes one, lets the runtime work with them and fail with them, and
/// looks for them in every output: answers, events, logs and the files of the data directory (contract, section 7).
/// </summary>
public sealed class PlantedSecretTests : IAsyncLifetime
{
    private const string ModelKey = "planted-model-6f1d20c7be93a845";
    private const string HeaderKey = "planted-header-0b7c55e1f2aa9d31";
    private const string EndpointKey = "planted-endpoint-94e0cd7712fb6a08";
    private const string StoredKey = "planted-stored-c3a98d10e47f5b26";
    private const string AgentValue = "planted-agent-71bd04f6a2c8e953";

    private static readonly string[] Secrets = [ModelKey, HeaderKey, EndpointKey, StoredKey, AgentValue];

    private readonly World _world = new() { IsReal = true };
    private EchoService _service = null!;
    private ModelService _model = null!;

    private AkshiServer Server => _world.Server;

    public async ValueTask InitializeAsync()
    {
        _service = await EchoService.StartAsync();
        _model = await ModelService.StartAsync();
        _world.Environment["PLANTED_MODEL"] = ModelKey;
        _world.Environment["PLANTED_HEADER"] = HeaderKey;
        _world.Environment["PLANTED_ENDPOINT"] = EndpointKey;
        _world.Environment["PLANTED_AGENT_TOKEN"] = AgentValue;

        // What the agents read holds the secrets of the configuration too, as a careless program logs them.
        _world.Write("app.log", string.Join('\n', Secrets.Where(static secret => secret != StoredKey).Select(static secret => $"ERROR cannot sign in with {secret}")) + "\n");
        _world.Configure(Toml());
        await _world.StartAsync();
        Server.LiftRateLimit();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _service.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task Planted_secrets_are_in_no_answer_event_log_or_file()
    {
        await using var agui = await Server.ListenAsync("/api/v1/agui/events");
        await using var unified = await Server.ListenAsync("/api/v1/events");
        var outputs = new List<string> { agui.First.ToString() };
        await WorkAsync(outputs);
        foreach (var path in new[]
        {
            "/api/v1/status", "/api/v1/logs?limit=1000", "/api/v1/findings", "/api/v1/receipts", "/api/v1/receipts/verify", "/api/v1/approvals", "/api/v1/metrics",
            "/api/v1/broker/secrets", "/api/v1/broker/grants?status=all", "/api/v1/sync/envelopes?agent=watch", "/.well-known/agent-card.json", "/.well-known/agents.md",
        })
        {
            outputs.Add((await Server.GetAsync(path)).Text);
        }

        outputs.Add(string.Concat(await FramesAsync(agui, "RUN_FINISHED")));
        outputs.Add(string.Concat(await FramesAsync(unified, "agent_complete", "error")));
        outputs.Add(string.Concat(_world.Log.Entries));
        outputs.AddRange(await FilesAsync());

        string.Concat(outputs).ShouldContain("cannot sign in with");
        _service.Authorizations.ShouldContain($"Bearer {StoredKey}");
        foreach (var output in outputs)
            ShouldHide(output);
    }

    private static void ShouldHide(string output)
    {
        foreach (var secret in Secrets)
        {
            output.ShouldNotContain(secret);
            foreach (var form in Base64Forms(secret))
                output.ShouldNotContain(form);
            output.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Case.Insensitive);
        }
    }

    // In base64 a text looks different behind one, two and three other bytes; the first and last characters hold bits of the neighbours.
    private static IEnumerable<string> Base64Forms(string secret) =>
        Enumerable.Range(0, 3).Select(before => Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(secret)]).TrimEnd('=')[(before + (before > 0 ? 1 : 0))..^2]);

    private static async Task<IReadOnlyList<string>> FramesAsync(EventReader reader, params string[] until)
    {
        var frames = new List<string>();
        while (await reader.NextFrameAsync() is { } frame)
        {
            frames.Add(frame.ToString());
            if (until.Contains(frame.Name))
                return frames;
        }

        return frames;
    }

    // Each secret is used, and each fails where it can: a model that is down, a service that refuses, a broken file, a wrong request.
    private async Task WorkAsync(List<string> outputs)
    {
        await _world.RunsAsync("watch", 1);
        await _world.RunsAsync("thinker", 1);
        _model.Fails = true;
        _world.Append("app.log", $"ERROR again {ModelKey}\n");
        await _world.TickAsync("thinker");

        await ReplyAsync(outputs, "PUT", "/api/v1/broker/secrets/PLANTED_STORED", new JsonObject { ["value"] = StoredKey });
        foreach (var path in new[] { "headers/data", "keyed/data", "stored/data", $"elsewhere?key={StoredKey}", $"stored/{EndpointKey}" })
            await ReplyAsync(outputs, "POST", "/api/v1/broker/requests", new JsonObject { ["agent"] = "watch", ["url"] = _service.Url + path });
        await ReplyAsync(outputs, "PUT", "/api/v1/broker/secrets/PLANTED_STORED", new JsonObject { ["value"] = StoredKey + "\n" });

        _world.Configure(Toml().Replace("provider = \"openai\"", "provider = \"${PLANTED_MODEL}\"") + "timeout = \"${PLANTED_AGENT_TOKEN}\"\n[[agents]]\nname = 7\n");
        await ReplyAsync(outputs, "POST", "/api/v1/reload", null);
    }

    private async Task ReplyAsync(List<string> outputs, string method, string path, JsonObject? body)
    {
        var reply = await Server.SendAsync(method, path, body?.ToJsonString());
        outputs.Add(reply.Text);
        outputs.Add(reply.Headers.ToString());
    }

    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        var texts = new List<string>();
        foreach (var file in Directory.EnumerateFiles(_world.Data, "*", SearchOption.AllDirectories))
        {
            // The server holds the lock, which has nothing in it; app.log is what the test wrote.
            if (Path.GetExtension(file) is ".lock" || Path.GetFileName(file) == "app.log")
                continue;

            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            texts.Add(await reader.ReadToEndAsync(AkshiServer.Cancellation));
        }

        return texts;
    }

    private string Toml() =>
        $$"""
        [[router.routes]]
        name = "far"
        provider = "openai"
        model = "large"
        base_url = "{{_model.Url}}v1"
        api_key = "${PLANTED_MODEL}"

        [spend_policy]
        max_daily_usd = 0

        [[agents]]
        name = "watch"
        kind = "declarative"
        file_pattern = "*.log"
        capabilities = ["http_fetch", "filesystem"]
        rules = [{ pattern = "ERROR", severity = "warning" }]
        env = { API_TOKEN = "${PLANTED_AGENT_TOKEN}" }

        [[agents.endpoints]]
        name = "headers"
        url = "{{_service.Url}}headers"
        headers = { X-Service-Key = "${PLANTED_HEADER}" }

        [[agents.endpoints]]
        name = "keyed"
        url = "{{_service.Url}}keyed"
        secret_env_var = "PLANTED_ENDPOINT"

        [[agents.endpoints]]
        name = "stored"
        url = "{{_service.Url}}stored"
        secret_env_var = "PLANTED_STORED"

        [[agents]]
        name = "thinker"
        kind = "declarative"
        file_pattern = "*.log"
        prompt = "{{"{{content}}"}}"
        capabilities = ["filesystem", "inference"]

        """;
}
