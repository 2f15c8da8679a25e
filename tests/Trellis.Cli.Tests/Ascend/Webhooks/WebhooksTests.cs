namespace Trellis.Cli.Tests.Ascend.Webhooks;

public sealed class WebhooksTests
{
    [Theory]
    [InlineData($$"""{"webhooks":[{{AscendAnswers.Webhook}}]}""")]
    [InlineData($"[{AscendAnswers.Webhook}]")]
    public async Task The_list_shows_each_in_either_form_of_the_answer(string answer)
    {
        var result = await AscendCli.Create(Answers.Ok(answer)).AscendAsync("webhooks", "list");
        result.Output.ShouldBe("""
            Webhooks

            Id  URL                          Events          Status  Created
            ──  ───────────────────────────  ──────────────  ──────  ─────────────────────────
            7   https://hooks.example.com/a  action.pending  active  2026-01-15T10:30:00+00:00

            """);
    }

    [Fact]
    public async Task A_webhook_is_added_and_its_secret_not_shown()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Webhook));
        var result = await cli.AscendAsync(
            "webhooks", "add", "--target", "https://hooks.example.com/a", "-e", "action.pending", "-e", "action.denied", "--secret", "whsec_test", "-o", "json");
        result.ExitCode.ShouldBe(0);
        result.Json()["webhook_id"]!.GetValue<string>().ShouldBe("7");
        result.Output.ShouldNotContain("secret");
        cli.Transport.LastRequest.Path.ShouldBe("/api/webhooks/configure");
        cli.Transport.LastRequest.BodyText.ShouldBe(
            """{"agent_id": "refund-agent", "events": ["action.pending", "action.denied"], "secret": "whsec_test", "url": "https://hooks.example.com/a"}""");
    }

    [Theory]
    [InlineData("http://hooks.example.com/a", "action.pending")]
    [InlineData("https://hooks.example.com/a", "action.imagined")]
    public async Task An_address_without_TLS_and_an_unknown_event_are_refused_before_any_request(string target, string name)
    {
        var cli = AscendCli.Create();
        (await cli.AscendAsync("webhooks", "add", "--target", target, "-e", name)).ExitCode.ShouldBe(3);
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_is_given_is_changed()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Webhook));
        (await cli.AscendAsync("webhooks", "update", "7", "-e", "action.denied")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Put);
        cli.Transport.LastRequest.Path.ShouldBe("/api/webhooks/7");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"events": ["action.denied"]}""");
    }

    [Fact]
    public async Task A_webhook_is_deleted()
    {
        var cli = AscendCli.Create(Answers.Ok("""{"success":true}"""));
        (await cli.AscendAsync("webhooks", "delete", "7")).Json()["success"]!.GetValue<bool>().ShouldBeTrue();
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Delete);
    }

    [Theory]
    [InlineData("""{"success":true,"status_code":200,"response_time_ms":12}""", 0)]
    [InlineData("""{"success":false,"error":"connection refused"}""", 6)]
    public async Task The_exit_code_tells_whether_the_receiver_took_a_test_delivery(string answer, int exitCode)
    {
        var cli = AscendCli.Create(Answers.Ok(answer));
        (await cli.AscendAsync("webhooks", "test", "7")).ExitCode.ShouldBe(exitCode);
        cli.Transport.LastRequest.Path.ShouldBe("/api/webhooks/7/test");
    }
}
