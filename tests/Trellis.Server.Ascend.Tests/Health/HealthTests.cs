using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Health;

public sealed class HealthTests : ServerTest
{
    [Fact]
    public async Task Health_needs_no_credential()
    {
        var reply = (await Server.SendAsync("GET", "/health", null)).ShouldBeOk();

        reply.Json["status"]!.GetValue<string>().ShouldBe("healthy");
        reply.Json.ContainsKey("version").ShouldBeTrue();
        reply.Json.ContainsKey("timestamp").ShouldBeTrue();
    }

    [Fact]
    public async Task The_deployment_tells_version_and_environment()
    {
        var reply = (await Server.SendAsync("GET", "/api/deployment-info", null)).ShouldBeOk();

        reply.Json["environment"]!.GetValue<string>().ShouldBe("local");
        reply.Json["version"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_good_key_is_told_whose_it_is()
    {
        var reply = (await First.GetAsync("/api/sdk/health")).ShouldBeOk();

        reply.Json["organization_id"]!.GetValue<long>().ShouldBe(1);
        reply.Json["role"]!.GetValue<string>().ShouldBe("agent");
    }

    [Fact]
    public async Task The_administrator_s_token_works_where_a_key_does() =>
        (await First.AdminAsync("GET", "/api/sdk/health")).ShouldBeOk().Json["role"]!.GetValue<string>().ShouldBe("admin");

    [Fact]
    public async Task Without_a_credential_the_answer_is_401_and_says_how() =>
        (await Server.SendAsync("GET", "/api/sdk/health", null)).ShouldBeRefused(401, ErrorCodes.MissingAuth).Detail.ShouldContain("X-API-Key");

    [Fact]
    public async Task A_bad_key_is_found_out() =>
        (await Server.SendAsync("GET", "/api/sdk/health", "owkai_live_wrong")).ShouldBeRefused(401, ErrorCodes.InvalidApiKey);

    [Fact]
    public async Task Two_credentials_that_differ_are_refused()
    {
        var reply = await Server.SendAsync(
            "GET", "/api/sdk/health", null, (string?)null, request =>
            {
                request.Headers.Add("X-API-Key", First.Key);
                request.Headers.Add("Authorization", $"Bearer {First.AdminToken}");
            });

        reply.ShouldBeRefused(401, ErrorCodes.InvalidApiKey);
    }

    [Fact]
    public async Task An_unknown_path_has_the_platform_s_error_body() =>
        (await Server.SendAsync("GET", "/api/v1/actions/1/nothing", null)).ShouldBeRefused(404, ErrorCodes.NotFound);
}
