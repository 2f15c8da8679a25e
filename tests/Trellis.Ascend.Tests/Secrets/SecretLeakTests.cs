using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Secrets;

public sealed class SecretLeakTests
{
    private const string Hush = "owkai_live_hush-hush.hush";

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task A_server_that_repeats_the_key_does_not_put_it_into_the_exception(int status)
    {
        using var ascend = new AscendFixture(
            options => options.ApiKey = Hush,
            new StubTransport(_ => Golden.Error(status, $$$"""{"detail":"bad key {{{Hush}}}","errors":{"x":"{{{Hush}}}"},"echo":{"api_key":"plain-hush"}}""")
                .WithHeader("X-Echo", Hush)));
        var error = await Should.ThrowAsync<AscendException>(() => ascend.Client.GetActionStatusAsync("7"));
        var all = $"{error}{error.Body}{error.ResponseBody}{string.Concat(error.ResponseHeaders.Values)}{error.ToJson()}{(error as AscendValidationException)?.FieldErrors["x"]}";
        all.ShouldNotContain("hush");
    }

    [Fact]
    public async Task Nothing_that_is_logged_holds_the_key_or_the_body()
    {
        using var log = new StringWriter();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddTrellisJson(json => (json.Writer, json.Redactor) = (log, AscendRedaction.Redactor)));
        using var ascend = new AscendFixture(
            options => (options.ApiKey, options.LoggerFactory, options.SigningSecret, options.FailMode) = (Hush, factory, new Secret("signing-hush"), FailMode.Open),
            new StubTransport(_ => Golden.Error(503, "hush")));
        await ascend.Client.EvaluateActionAsync(new() { ActionType = "a", Resource = "r", Parameters = new() { ["p"] = "hush" } });
        log.ToString().ShouldContain("ascend.http");
        log.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public async Task Debugging_logs_each_attempt_with_its_id_and_number()
    {
        using var log = new StringWriter();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddTrellisJson(json => json.Writer = log));
        using var ascend = new AscendFixture(options => (options.Debug, options.LoggerFactory) = (true, factory), Golden.Error(500), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        foreach (var request in ascend.Transport.Requests)
        {
            log.ToString().ShouldContain(request.Header("X-Correlation-ID")!);
        }

        log.ToString().ShouldContain("/api/v1/actions/submit");
    }

    [Fact]
    public async Task An_id_that_the_caller_bound_ties_the_log_lines_together()
    {
        using var log = new StringWriter();
        using var factory = LoggerFactory.Create(logging => logging.AddTrellisJson(json => json.Writer = log));
        using var ascend = new AscendFixture(options => options.LoggerFactory = factory, Golden.Ok(Golden.Allowed));
        using (Correlation.Bind("mine"))
        {
            await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        }

        log.ToString().ShouldContain("\"mine\"");
        ascend.Transport.LastRequest.Header("X-Correlation-ID")!.ShouldStartWith("asc_");
    }
}
