using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Testing;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Hooks;

/// <summary>A client and the log lines of Trellis together, as an application has them.</summary>
public sealed class CallLogTests : IDisposable
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEifQ.c2lnbmF0dXJl";

    private readonly StringWriter _writer = new();
    private readonly ServiceProvider _services;

    public CallLogTests()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddTrellisJson(options => options.Writer = _writer));
        _services = services.BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Theory]
    [BothForms]
    public async Task Every_line_of_a_call_carries_its_correlation_id(Form form)
    {
        using var client = Client(hooks => hooks.OnRequest = _ => throw new InvalidOperationException("from the hook"));
        using (Correlation.Bind("corr-1"))
        {
            await client.CallAsync(form);
        }

        var lines = Lines();
        lines.Length.ShouldBe(2);
        lines.Select(line => line.GetProperty("correlation_id").GetString()).ShouldBe(["corr-1", "corr-1"]);
    }

    [Theory]
    [BothForms]
    public async Task A_call_without_a_bound_id_logs_the_one_that_it_sends(Form form)
    {
        string? sent = null;
        using var client = Client(hooks => hooks.OnRequest = request => sent = request.CorrelationId);
        await client.CallAsync(form);
        Lines().ShouldHaveSingleItem().GetProperty("correlation_id").GetString().ShouldBe(sent.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_cache_that_fails_is_logged_under_the_calls_id()
    {
        string? sent = null;
        using var client = Client(
            hooks => hooks.OnRequest = request => sent = request.CorrelationId,
            options => options.Cache = new Caching.ScriptedCache(new LruDistributedCache()) { BeforeGet = () => throw new IOException("cache is down") });
        await client.CallAsync(Form.Asynchronous, cache: new CachePolicy("things", "list", null, TimeSpan.FromHours(1)));
        Lines().ShouldAllBe(line => line.GetProperty("correlation_id").GetString() == sent);
        _writer.ToString().ShouldContain("cache is down");
    }

    [Fact]
    public async Task A_token_inside_a_hooks_exception_is_masked()
    {
        using var client = Client(hooks => hooks.OnResponse = _ => throw new InvalidOperationException($"refused {Token}"));
        await client.CallAsync(Form.Asynchronous);
        _writer.ToString().ShouldNotContain(Token);
        _writer.ToString().ShouldContain("refused");
    }

    private LoopbackClient Client(Action<ClientHooks> hook, Action<LoopbackClientOptions>? configure = null) => new(
        new Uri("https://api.test"),
        options =>
        {
            options.Token = Token;
            options.LoggerFactory = _services.GetRequiredService<ILoggerFactory>();
            hook(options.Hooks);
            configure?.Invoke(options);
        },
        new HttpMessageInvoker(new StubTransport(StubAnswer.Json("""{"text":"ok"}"""))));

    private JsonElement[] Lines() =>
        [.. _writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
