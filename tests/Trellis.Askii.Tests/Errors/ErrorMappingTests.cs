using Trellis.Testing;

namespace Trellis.Askii.Tests.Errors;

public sealed class ErrorMappingTests
{
    [Theory]
    [InlineData(401, typeof(AskiiAuthException))]
    [InlineData(403, typeof(AskiiAuthException))]
    [InlineData(404, typeof(AskiiNotFoundException))]
    [InlineData(422, typeof(AskiiValidationException))]
    [InlineData(429, typeof(AskiiRateLimitException))]
    [InlineData(500, typeof(AskiiServerException))]
    [InlineData(503, typeof(AskiiServerException))]
    [InlineData(599, typeof(AskiiServerException))]
    [InlineData(400, typeof(AskiiApiException))]
    [InlineData(402, typeof(AskiiApiException))]
    [InlineData(418, typeof(AskiiApiException))]
    [InlineData(600, typeof(AskiiApiException))]
    public async Task Each_status_has_its_class(int status, Type expected)
    {
        var error = await FailAsync(Golden.Error(status));
        error.GetType().ShouldBe(expected);
        error.Status.ShouldBe(status);
        error.Message.ShouldContain($"HTTP {status}");
    }

    [Fact]
    public async Task An_empty_error_body_is_an_empty_detail()
    {
        var error = await FailAsync(StubAnswer.Status(503));
        error.GetType().ShouldBe(typeof(AskiiServerException));
        error.Detail!.Value.GetString().ShouldBe("");
    }

    [Theory]
    [InlineData("""{"detail":"no"}""", "\"no\"")]
    [InlineData("""{"detail":null,"x":1}""", "null")]
    [InlineData("""{"detail":{"code":7}}""", """{"code":7}""")]
    [InlineData("""{"error":"x"}""", """{"error":"x"}""")]
    [InlineData("""[1,2]""", "[1,2]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("plain", "\"plain\"")]
    public async Task The_detail_is_the_member_or_the_body_or_the_text(string body, string expected)
    {
        var error = await FailAsync(StubAnswer.Text(body, status: System.Net.HttpStatusCode.Conflict));
        error.Detail!.Value.GetRawText().ShouldBe(expected);
    }

    [Fact]
    public async Task Field_errors_keep_names_and_indexes_apart()
    {
        var error = (AskiiValidationException)await FailAsync(Golden.Error(422, """
            {"detail":[{"loc":["body","duration_days"],"msg":"out of range","type":"value_error","input":999},
             {"loc":["body",1,"key"],"msg":"m","type":"t"}, 7, "text",
             {"loc":"whole","msg":null,"type":5}, {}]}
            """));
        error.FieldErrors.Select(field => field.Path).ShouldBe(["body.duration_days", "body.1.key", "whole", ""]);
        error.FieldErrors[1].Location[1].Index.ShouldBe(1);
        error.FieldErrors[1].Location[0].Name.ShouldBe("body");
        error.FieldErrors[2].Message.ShouldBe("");
        error.FieldErrors[2].Type.ShouldBe("5");
        error.Message.ShouldContain("body.duration_days: out of range");
    }

    [Theory]
    [InlineData("""{"detail":"text"}""")]
    [InlineData("""{"detail":null}""")]
    [InlineData("""{"detail":{"loc":[]}}""")]
    [InlineData("nothing")]
    public async Task A_detail_that_is_no_list_has_no_field_errors(string body) =>
        ((AskiiValidationException)await FailAsync(StubAnswer.Text(body, status: System.Net.HttpStatusCode.UnprocessableEntity))).FieldErrors.ShouldBeEmpty();

    [Fact]
    public async Task A_top_level_list_counts_as_the_detail() =>
        ((AskiiValidationException)await FailAsync(Golden.Error(422, """[{"loc":["body"],"msg":"m","type":"t"}]"""))).FieldErrors.Count.ShouldBe(1);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("[]")]
    public async Task An_empty_location_has_an_empty_path(string location) =>
        ((AskiiValidationException)await FailAsync(Golden.Error(422, $$"""{"detail":[{"loc":{{location}},"msg":"m","type":"t"}]}""")))
            .FieldErrors[0].Location.ShouldBeEmpty();

    [Fact]
    public async Task The_request_id_is_the_first_of_three_headers()
    {
        (await FailAsync(Golden.Error(400).WithHeader("request-id", "c").WithHeader("X-Correlation-ID", "b").WithHeader("X-Request-ID", "a"))).RequestId.ShouldBe("a");
        (await FailAsync(Golden.Error(400).WithHeader("request-id", "c").WithHeader("x-correlation-id", "b"))).RequestId.ShouldBe("b");
        var error = await FailAsync(Golden.Error(400).WithHeader("request-id", "c"));
        error.RequestId.ShouldBe("c");
        error.Message.ShouldContain("request c");
        (await FailAsync(Golden.Error(400))).RequestId.ShouldBeNull();
    }

    [Fact]
    public async Task A_rate_limit_tells_the_wait_uncapped()
    {
        (await FailAsync(Golden.Error(429).WithHeader("Retry-After", "99999"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(99999));
        (await FailAsync(Golden.Error(429))).RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_connection_is_a_connection_error()
    {
        var error = await Should.ThrowAsync<AskiiConnectionException>(() => CallAsync(StubAnswer.ConnectFailure()));
        error.Status.ShouldBe(0);
        error.Message.ShouldContain("https://api.askii.test");
        error.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    [Fact]
    public async Task A_response_that_breaks_off_is_a_plain_transport_error() =>
        (await Should.ThrowAsync<AskiiTransportException>(() => CallAsync(StubAnswer.Json(Golden.KeyList).CutAfter(20))))
            .GetType().ShouldBe(typeof(AskiiTransportException));

    [Fact]
    public async Task Headers_not_known_to_be_harmless_are_masked()
    {
        var error = await FailAsync(Golden.Error(400).WithHeader("Set-Cookie", "session=1").WithHeader("X-Request-ID", "r"));
        error.ResponseHeaders["x-request-id"].ShouldBe("r");
        error.ResponseHeaders["set-cookie"].ShouldNotContain("session");
    }

    [Fact]
    public async Task An_echoed_token_is_masked_everywhere()
    {
        const string Jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1In0.c2ln";
        const string Body = $$$"""{"detail":[{"loc":["body"],"msg":"bad {{{Jwt}}}","type":"t","input":{"mpass_token":"secret-token"}}]}""";
        var error = (AskiiValidationException)await FailAsync(Golden.Error(422, Body));
        var everything = string.Join('\n', error.ToString(), error.Message, error.ResponseBody, error.Detail!.Value.GetRawText(), error.FieldErrors[0].Message);
        everything.ShouldNotContain(Jwt);
        everything.ShouldNotContain("secret-token");
    }

    [Fact]
    public async Task A_huge_error_body_is_cut()
    {
        var error = await FailAsync(StubAnswer.Text(new string('x', 1_000_000), status: System.Net.HttpStatusCode.BadRequest));
        error.ResponseBody!.Length.ShouldBeLessThanOrEqualTo(ErrorDetails.MaxBodyLength + 1);
        error.Message.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void An_exception_can_be_made_for_a_test_double()
    {
        var error = new AskiiRateLimitException("slow down", details: new ErrorDetails { Status = 429, RetryAfter = TimeSpan.FromSeconds(2) });
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        new AskiiRateLimitException("slow down").RetryAfter.ShouldBeNull();
        var fields = new AskiiFieldError[] { new(["body", 3], "m", "t") };
        new AskiiValidationException("bad", fields).FieldErrors.ShouldBeSameAs(fields);
    }

    [Fact]
    public async Task Invalid_arguments_are_refused_before_anything_is_sent()
    {
        foreach (var days in new[] { 0, 366, -1, 999 })
        {
            using var askii = new AskiiFixture();
            var error = await Should.ThrowAsync<AskiiValidationException>(() => askii.Client.Keys.ProvisionAsync(new() { DurationDays = days }));
            error.FieldErrors.ShouldHaveSingleItem().Path.ShouldBe("body.duration_days");
            error.Status.ShouldBe(0);
            askii.Transport.Requests.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(365)]
    public async Task The_ends_of_the_range_are_let_through(int days)
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        await askii.Client.Keys.ProvisionAsync(new() { DurationDays = days });
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        using var askii = new AskiiFixture();
        var error = await Should.ThrowAsync<AskiiValidationException>(
            () => askii.Client.Keys.ProvisionAsync(new() { DurationDays = 0, MemoryMode = new MemoryMode("PKG"), MaxBudget = -1 }));
        error.FieldErrors.Select(field => field.Path).ShouldBe(["body.duration_days", "body.memory_mode", "body.max_budget"]);
    }

    private static async Task<AskiiApiException> FailAsync(StubAnswer answer) => await Should.ThrowAsync<AskiiApiException>(() => CallAsync(answer));

    private static async Task CallAsync(StubAnswer answer)
    {
        using var askii = new AskiiFixture(options => options.MaxAttempts = 1, answer);
        await askii.Client.Keys.ListAsync();
    }
}
