using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Secrets;

/// <summary>Contract section 8, number 12: tries to make everything public print the token. It can be any text, so nothing gives it away.</summary>
public sealed class SecretLeakTests
{
    private const string Token = "plain words/of any+look=7";

    private static string Escaped => Uri.EscapeDataString(Token);

    private static string Echo => $$"""{"error":"{{Token}}","detail":"You sent {{Token}}, that is Bearer {{Token}} or {{Escaped}}","token":"{{Token}}"}""";

    [Fact]
    public async Task No_public_type_prints_the_token()
    {
        var echo = StubAnswer.Json(401, Echo).WithHeader("x-request-id", Token).WithHeader("Set-Cookie", $"akshi_dashboard_token={Token}");
        using var akshi = new AkshiFixture(
            options => options.Token = Token,
            echo, StubAnswer.Json(500, Echo), StubAnswer.Text($"<html>{Token}</html>", "text/html"), StubAnswer.Json($$"""{"ok":"{{Token}}"}"""),
            StubAnswer.Text(Token, "text/plain", System.Net.HttpStatusCode.BadGateway), StubAnswer.Json(404, "{\"detail\":\"" + Token),
            StubAnswer.Json($$$"""{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"{{{Token}}}","data":{"seen":"{{{Token}}}"} } }"""),
            StubAnswer.Status(302).WithHeader("Location", $"http://evil.test/?t={Escaped}"), StubAnswer.ConnectFailure(), StubAnswer.HangUp());
        var client = akshi.Client;
        var options = new AkshiClientOptions { Token = Token };
        var holders = new List<object>
        {
            options, options.Token, options.Hooks, client, client.Agents, client.Grants, client.Decisions, client.Tasks, client.Events, client.Sync, client.Registry,
            client.Mcp, client.Discovery, new EventStreamOptions(), new FollowOptions(),
        };
        for (var call = 0; call < 6; call++)
        {
            holders.Add(await Should.ThrowAsync<AkshiException>(() => client.HealthAsync()));
        }

        holders.Add(await Should.ThrowAsync<AkshiMcpException>(() => client.Mcp.RequestAsync("a", "x")));
        for (var call = 0; call < 3; call++)
        {
            holders.Add(Should.Throw<AkshiException>(() => client.Health()));
        }

        akshi.Transport.AnswersLeft.ShouldBe(0);
        foreach (var holder in holders)
        {
            foreach (var text in Renderings(holder))
            {
                text.ShouldNotContain(Token, customMessage: holder.GetType().Name);
                text.ShouldNotContain(Escaped, customMessage: holder.GetType().Name);
            }
        }
    }

    [Fact]
    public async Task A_token_from_a_callback_is_masked_too()
    {
        using var akshi = new AkshiFixture(options => options.Token = TokenSource.FromCallback(_ => new ValueTask<string?>(Token)), StubAnswer.Json(401, Echo));
        var error = await Should.ThrowAsync<AkshiAuthenticationException>(() => akshi.Client.HealthAsync());
        akshi.Last.Header("Authorization").ShouldBe($"Bearer {Token}");
        error.ToString().ShouldNotContain(Token);
        error.Body.ShouldNotContain(Token);
        error.Body.ShouldContain("***redacted***");
    }

    [Fact]
    public async Task Logs_and_events_hold_no_token()
    {
        using var log = new ListLogger();
        var seen = new List<string>();
        using var akshi = new AkshiFixture(
            options =>
            {
                (options.Token, options.MaxAttempts, options.LoggerFactory) = (Token, 2, log);
                options.Hooks = new ClientHooks
                {
                    OnRequest = e => seen.Add(e.ToString()),
                    OnResponse = e => seen.Add(e.ToString()),
                    OnRetry = e => seen.Add(e.ToString()),
                    OnError = e => seen.Add(e.ToString()),
                };
            },
            StubAnswer.Json(503, Echo),
            StubAnswer.Json(401, Echo));
        await Should.ThrowAsync<AkshiException>(() => akshi.Client.StatusAsync());
        seen.Count.ShouldBe(6);
        log.Lines.ShouldNotBeEmpty();
        string.Join('\n', seen.Concat(log.Lines)).ShouldNotContain(Token);
    }

    [Fact]
    public async Task The_name_of_a_secret_is_none()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(404, """{"error":"not_found","detail":"no grant","secret_name":"ANTHROPIC_API_KEY"}"""));
        (await Should.ThrowAsync<AkshiNotFoundException>(() => akshi.Client.RevokeBrokerGrantAsync("g"))).Body.ShouldContain("ANTHROPIC_API_KEY");
    }

    private static IEnumerable<string> Renderings(object holder)
    {
        yield return holder.ToString()!;
        foreach (var property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            yield return property.GetValue(holder) switch
            {
                null => "",
                JsonElement element => element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText(),
                System.Collections.IEnumerable items and not string => string.Join('\n', items.Cast<object>()),
                var value => value.ToString() ?? "",
            };
        }

        if (holder.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is { Value: var display })
        {
            yield return display;
        }
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception} {string.Join(' ', state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])}");
    }
}
