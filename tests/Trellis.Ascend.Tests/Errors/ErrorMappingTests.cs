using System.Text.Json;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Errors;

public sealed class ErrorMappingTests
{
    [Theory]
    [InlineData(400, typeof(AscendValidationException), "VALIDATION_ERROR")]
    [InlineData(401, typeof(AscendAuthenticationException), "AUTH_ERROR")]
    [InlineData(403, typeof(AscendAuthorizationException), "AUTHZ_DENIED")]
    [InlineData(404, typeof(AscendNotFoundException), "NOT_FOUND")]
    [InlineData(409, typeof(AscendConflictException), "CONFLICT")]
    [InlineData(422, typeof(AscendValidationException), "VALIDATION_ERROR")]
    [InlineData(429, typeof(AscendRateLimitException), "RATE_LIMIT")]
    [InlineData(500, typeof(AscendServerException), "SERVER_ERROR")]
    [InlineData(599, typeof(AscendServerException), "SERVER_ERROR")]
    [InlineData(418, typeof(AscendException), null)]
    public async Task Each_status_has_its_exception(int status, Type type, string? code)
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(status)));
        var error = await Should.ThrowAsync<AscendException>(() => ascend.Client.GetActionStatusAsync("7"));
        error.ShouldBeOfType(type);
        error.ErrorCode.ShouldBe(code);
        error.ServerErrorCode.ShouldBe("SOME_CODE");
        error.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_403_says_what_was_violated_and_how_risky_it_was()
    {
        using var ascend = new AscendFixture(Golden.Error(
            403, """{"detail":"MCP server is not registered","error_code":"MCP_SERVER_UNREGISTERED_DENY","policy_violations":["mcp"],"risk_score":88.5,"mcp_governance":{"server_registered":false}}"""));
        var error = await Should.ThrowAsync<AscendAuthorizationException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        error.PolicyViolations.ShouldBe(["mcp"]);
        error.RiskScore.ShouldBe(89);
        error.ServerErrorCode.ShouldBe("MCP_SERVER_UNREGISTERED_DENY");
        error.Body!.Value.GetProperty("mcp_governance").GetProperty("server_registered").GetBoolean().ShouldBeFalse();
        error.Message.ShouldContain("MCP server is not registered");
    }

    [Fact]
    public async Task Field_errors_come_from_the_errors_of_the_body()
    {
        var error = await FailAsync<AscendValidationException>(422, """{"detail":"Invalid","errors":{"resource":"is required","x":["a","b"]}}""");
        error.FieldErrors["resource"].ShouldBe("is required");
        error.FieldErrors["x"].ShouldBe("a; b");
        error.Message.ShouldContain("Invalid: resource: is required");
    }

    [Fact]
    public async Task Field_errors_come_from_a_list_of_details_too()
    {
        var error = await FailAsync<AscendValidationException>(
            422, """{"detail":[{"loc":["body","orchestration_depth"],"msg":"too deep","type":"value_error"},{"msg":"odd"}]}""");
        error.FieldErrors["orchestration_depth"].ShouldBe("too deep");
        error.FieldErrors["body"].ShouldBe("odd");
        error.Message.ShouldContain("orchestration_depth: too deep");
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_the_detail()
    {
        var error = await FailAsync<AscendServerException>(502, "<html>Bad gateway</html>");
        error.Message.ShouldContain("Bad gateway");
        error.Body!.Value.ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"detail":null}""")]
    [InlineData("""{"detail":[1,"x",null,{"loc":7}],"errors":7,"policy_violations":{},"risk_score":"x"}""")]
    public async Task Any_body_makes_an_exception_and_not_another_failure(string body)
    {
        foreach (var status in (int[])[400, 401, 403, 404, 409, 422, 418])
        {
            (await FailAsync<AscendException>(status, body)).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task A_404_names_the_path() => (await FailAsync<AscendNotFoundException>(404, "{}")).Resource.ShouldBe("/api/v1/actions/7/status");

    [Fact]
    public async Task An_exception_can_be_written_as_JSON()
    {
        var json = (await FailAsync<AscendAuthenticationException>(401, """{"detail":"no","token":"hush"}""")).ToJson();
        json["error_type"]!.GetValue<string>().ShouldBe("AscendAuthenticationException");
        json["error_code"]!.GetValue<string>().ShouldBe("AUTH_ERROR");
        json["details"]!["token"]!.GetValue<string>().ShouldBe("****");
    }

    [Fact]
    public async Task A_failure_carries_the_id_under_which_its_last_attempt_was_sent()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Error(500)));
        var error = await Should.ThrowAsync<AscendServerException>(() => ascend.Client.GetActionStatusAsync("7"));
        error.CorrelationId.ShouldBe(ascend.Transport.LastRequest.Header("X-Correlation-ID"));
        error.Attempts.ShouldBe(4);
    }

    private static async Task<TException> FailAsync<TException>(int status, string body)
        where TException : AscendException
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => StubAnswer.Json(status, body)));
        return await Should.ThrowAsync<TException>(() => ascend.Client.GetActionStatusAsync("7"));
    }
}
