using Trellis.Server.Aerostack.Tests.Support;
using Trellis.Server.Kernel.Hosting;
using Trellis.TestInfrastructure.Http;

namespace Trellis.Server.Aerostack.Tests.Services;

/// <summary>Services are registered by name and called by it (contract, sections 2.1.8 and 8.7).</summary>
public sealed class ServiceTests : ServerTest
{
    private const string Invoke = """{"data":{"amount":7,"n":null},"serviceName":"billing"}""";

    private Receiver _service = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _service = await Receiver.StartAsync();
        (await RegisterAsync("""
            ,"timeoutMs":60000
            """)).ShouldAnswer("""{"success":true}""");
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_data_goes_to_the_service_and_its_answer_is_the_result()
    {
        _service.AnswerWith(200, """{"ok":[1,null]}""");

        (await First.PostAsync("/v1/services/invoke", Invoke)).ShouldAnswer("""{"success":true,"result":{"ok":[1,null]}}""");

        var call = await _service.NextAsync(AerostackServer.Cancellation);
        (call.Method, call.Body, call.Headers["Content-Type"]).ShouldBe(("POST", """{"amount":7,"n":null}""", "application/json"));
        call.Headers.ContainsKey("X-Aerostack-Key").ShouldBeFalse();
    }

    [Theory]
    [InlineData(200, "", """{"success":true,"result":null}""")]
    [InlineData(200, "plain", """{"success":true,"result":"plain"}""")]
    [InlineData(200, "7", """{"success":true,"result":7}""")]
    [InlineData(422, """{"why":"no"}""", """{"success":false,"result":{"why":"no"}}""")]
    [InlineData(302, "", """{"success":false,"result":null}""")]
    public async Task Any_answer_of_a_service_is_told(int status, string body, string told)
    {
        _service.AnswerWith(status, body);

        (await First.PostAsync("/v1/services/invoke", Invoke)).ShouldAnswer(told);
    }

    [Fact]
    public async Task A_service_that_is_too_slow_is_given_up_at_its_limit()
    {
        var isAsked = new TaskCompletionSource();
        _service.Answer = context =>
        {
            isAsked.SetResult();
            var isOver = new TaskCompletionSource();
            context.RequestAborted.Register(isOver.SetResult);
            return isOver.Task;
        };

        var reply = First.PostAsync("/v1/services/invoke", Invoke);
        await isAsked.Task;
        Server.Clock.Advance(TimeSpan.FromSeconds(60));

        (await reply).ShouldBeRefused(504, "INTERNAL_ERROR").Json["details"]!["reason"]!.GetValue<string>().ShouldBe("service_timeout");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_a_bad_gateway()
    {
        await _service.DisposeAsync();

        (await First.PostAsync("/v1/services/invoke", Invoke)).ShouldBeRefused(502, "INTERNAL_ERROR");
    }

    [Theory]
    [InlineData("http://10.0.0.1/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task Addresses_inside_of_the_network_are_refused(string url) =>
        (await First.PostAsync("/v1/services/register", $$"""{"name":"x","url":"{{url}}"}""")).ShouldBlame("url");

    [Fact]
    public async Task Without_leave_this_machine_is_inside_of_the_network_too()
    {
        await using var server = await AerostackServer.StartAsync();

        (await server.First.PostAsync("/v1/services/register", """{"name":"x","url":"http://127.0.0.1:9/"}""")).ShouldBlame("url");
    }

    [Fact]
    public async Task An_unknown_service_is_404() =>
        (await First.PostAsync("/v1/services/invoke", """{"data":{},"serviceName":"nowhere"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");

    [Theory]
    [InlineData("{}", "serviceName")]
    [InlineData("""{"serviceName":"billing"}""", "data")]
    [InlineData("""{"serviceName":"billing","data":[]}""", "data")]
    public async Task What_is_wrong_is_named(string body, string field) => (await First.PostAsync("/v1/services/invoke", body)).ShouldBlame(field);

    [Fact]
    public async Task Projects_never_see_each_others_services()
    {
        var other = await First.OtherProjectAsync();

        (await other.PostAsync("/v1/services/invoke", Invoke)).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.PostAsync("/v1/services/delete", """{"name":"billing"}""")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.GetAsync("/v1/services/list")).ShouldAnswer("""{"services":[]}""");
        (await First.GetAsync("/v1/services/list")).Json["services"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_service_is_gone()
    {
        (await First.PostAsync("/v1/services/delete", """{"name":"billing"}""")).ShouldAnswer("""{"success":true}""");

        (await First.PostAsync("/v1/services/invoke", Invoke)).ShouldBeRefused(404, "VALIDATION_ERROR");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:services:allowLoopback"] = "true" } });

    private Task<Reply> RegisterAsync(string more) =>
        First.PostAsync("/v1/services/register", $$"""{"name":"billing","url":"{{_service.Url}}"{{more}}}""");
}
