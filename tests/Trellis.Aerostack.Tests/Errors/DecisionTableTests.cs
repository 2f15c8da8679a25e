using System.Text.Json;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Errors;

/// <summary>Contract section 3.5: which response becomes which exception.</summary>
public sealed class DecisionTableTests
{
    private const string Perfect = Golden.ErrorBody;

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_declared_status_with_a_valid_body_is_the_servers_own_error(int status)
    {
        using var aerostack = new AerostackFixture(Golden.Error(status));
        var error = await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Status.ShouldBe(status);
        error.Message.ShouldBe("no such table: t");
        error.Error.Code.ShouldBe(AerostackErrorCode.DbQueryFailed);
        error.Error.Details!.Value.GetProperty("sql").GetString().ShouldBe("x");
        error.ErrorCode.ShouldBe("DB_QUERY_FAILED");
        error.Body.ShouldBe(Perfect);
        error.RawResponse!.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task An_undeclared_status_with_a_perfect_body_is_still_the_generic_error(int status)
    {
        using var aerostack = new AerostackFixture(Golden.Error(status));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Message.ShouldBe($"API error occurred: Status {status}. Body: {Perfect}");
    }

    [Fact]
    public async Task What_one_operation_declares_another_need_not()
    {
        using var aerostack = new AerostackFixture(Golden.Error(401));
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
    }

    [Fact]
    public async Task A_declared_status_without_json_is_the_generic_error()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Text("nope", "text/plain", System.Net.HttpStatusCode.Unauthorized));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Message.ShouldBe("API error occurred: Status 401 Content-Type text/plain. Body: nope");
    }

    [Theory]
    [InlineData("""{"code":"SOMETHING_NEW","message":"m"}""")]
    [InlineData("""{"code":"DB_QUERY_FAILED"}""")]
    [InlineData("""{"message":"m"}""")]
    [InlineData("""{"code":"DB_QUERY_FAILED","message":"m","details":[1]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_declared_status_whose_body_is_not_as_declared_fails_validation_with_status_and_body(string body)
    {
        using var aerostack = new AerostackFixture(Golden.Error(400, body));
        var error = await Should.ThrowAsync<AerostackResponseValidationException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Status.ShouldBe(400);
        error.Body.ShouldBe(body);
        error.Message.ShouldStartWith("Response validation failed: ");
        error.InnerException.ShouldBeAssignableTo<JsonException>();
    }

    [Fact]
    public async Task An_unknown_code_can_be_let_through()
    {
        using var aerostack = new AerostackFixture(options => options.AcceptUnknownErrorCodes = true, Golden.Error(400, """{"code":"SOMETHING_NEW","message":"m"}"""));
        var error = await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Error.Code.ShouldBe(new AerostackErrorCode("SOMETHING_NEW"));
        error.Error.Code.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task Details_may_be_null()
    {
        using var aerostack = new AerostackFixture(Golden.Error(400, """{"code":"VALIDATION_ERROR","message":"m","details":null}"""));
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"))).Error.Details.ShouldBeNull();
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(304)]
    public async Task A_success_of_another_status_is_unexpected(int status)
    {
        using var aerostack = new AerostackFixture(StubAnswer.Json(status, "{}"));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Message.ShouldBe($"Unexpected response received: Status {status}. Body: {{}}");
    }

    [Fact]
    public async Task No_content_is_unexpected()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Status(204));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.Message.ShouldBe("Unexpected response received: Status 204 Content-Type \"\". Body: \"\"");
        error.Body.ShouldBe("");
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/vnd.x+json", "application/vnd.x+json")]
    [InlineData("text/html; charset=utf-8", "\"text/html; charset=utf-8\"")]
    public async Task A_success_that_is_not_json_is_unexpected(string contentType, string shown)
    {
        using var aerostack = new AerostackFixture(StubAnswer.Text("{}", contentType));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.Message.ShouldBe($"Unexpected response received: Status 200 Content-Type {shown}. Body: {{}}");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/json;charset=x")]
    public async Task Json_with_a_parameter_or_in_capitals_is_json(string contentType)
    {
        using var aerostack = new AerostackFixture(StubAnswer.Text("""{"exists":true}""", contentType));
        (await aerostack.Client.Cache.GetAsync("k")).Exists.ShouldBe(true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"success":"perhaps"}""")]
    public async Task A_success_that_cannot_be_read_fails_validation(string body)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(body));
        var error = await Should.ThrowAsync<AerostackResponseValidationException>(() => aerostack.Client.Cache.SetAsync("k", 1));
        error.Status.ShouldBe(200);
        error.Body.ShouldBe(body);
    }

    [Fact]
    public async Task An_empty_object_is_a_success_with_nothing_set_and_null_is_the_same_as_nothing()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(), Golden.Ok("""{"success":null}"""));
        (await aerostack.Client.Cache.SetAsync("k", 1)).Success.ShouldBeNull();
        (await aerostack.Client.Cache.SetAsync("k", 1)).Success.ShouldBeNull();
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_kept_and_in_strict_mode_refused()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"success":true,"new":{"a":1}}"""));
        (await aerostack.Client.Cache.SetAsync("k", 1)).AdditionalFields!["new"].GetProperty("a").GetInt32().ShouldBe(1);
        using var strict = new AerostackFixture(options => options.StrictResponses = true, Golden.Ok("""{"success":true,"new":1}"""));
        await Should.ThrowAsync<AerostackResponseValidationException>(() => strict.Client.Cache.SetAsync("k", 1));
    }
}
