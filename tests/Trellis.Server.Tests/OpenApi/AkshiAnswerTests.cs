namespace Trellis.Server.Tests.OpenApi;

public sealed class AkshiAnswerTests(PlatformServer platforms) : IClassFixture<PlatformServer>
{
    [Fact]
    public async Task What_the_operator_is_told_is_as_the_document_has_it()
    {
        using var @operator = await platforms.CallerWithAsync("akshi", "token");
        await @operator.CallAsync(201, "POST", "/api/v1/findings", """{"source":"documented","severity":"info","summary":"something"}""");
        foreach (var path in (string[])
            [
                "/api/v1/status", "/api/v1/agents", "/api/v1/logs", "/api/v1/findings", "/api/v1/approvals", "/api/v1/approvals/batched",
                "/api/v1/broker/grants", "/api/v1/broker/secrets", "/api/v1/receipts", "/api/v1/receipts/verify", "/api/v1/registry/packages",
                "/api/v1/a2a/tasks", "/api/v1/metrics",
            ])
        {
            await @operator.CallAsync(200, "GET", path);
        }

        await @operator.CallAsync(200, "PUT", "/api/v1/broker/secrets/documented", """{"value":"hush"}""");
        await @operator.CallAsync(200, "GET", "/api/v1/broker/secrets");
        await @operator.CallAsync(200, "DELETE", "/api/v1/broker/secrets/documented");
        await @operator.CallAsync(200, "POST", "/api/v1/reload", "{}");
    }

    [Fact]
    public async Task What_anybody_is_told_is_as_the_document_has_it()
    {
        using var anybody = await platforms.CallerAsync("akshi", null);
        foreach (var path in (string[])
            [
                "/api/v1/health", "/.well-known/agent-card.json", "/.well-known/agent.json", "/.well-known/did.json", "/.well-known/agents.md",
                "/.well-known/akshi-node",
            ])
        {
            await anybody.CallAsync(200, "GET", path);
        }
    }

    [Fact]
    public async Task Refusals_are_as_the_document_has_them()
    {
        using var @operator = await platforms.CallerWithAsync("akshi", "token");
        await @operator.CallAsync(404, "GET", "/api/v1/a2a/tasks/none");
        await @operator.CallAsync(404, "DELETE", "/api/v1/broker/secrets/none");
        await @operator.CallAsync(400, "POST", "/api/v1/findings", "{}");
        await @operator.CallAsync(404, "POST", "/api/v1/approvals/none", """{"decision":"approve"}""");

        using var stranger = await platforms.CallerAsync("akshi", null);
        await stranger.CallAsync(401, "GET", "/api/v1/logs");
        await stranger.CallAsync(401, "POST", "/api/v1/auth/login", """{"token":"wrong"}""");
    }
}
