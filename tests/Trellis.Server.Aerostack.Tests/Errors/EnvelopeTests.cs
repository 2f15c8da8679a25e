using Trellis.Server.Aerostack.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Tests.Errors;

/// <summary>How refusals look (contract, section 3), and that the neighbours' paths keep their own.</summary>
public sealed class EnvelopeTests : ServerTest
{
    [Theory]
    [InlineData("/v1/db/nowhere")]
    [InlineData("/v1/cache/nowhere")]
    [InlineData("/v1/ai/nowhere")]
    [InlineData("/v1/queue/nowhere")]
    public async Task An_unknown_path_of_the_platform_has_its_error_body(string path)
    {
        var reply = await First.PostAsync(path);

        reply.ShouldBeRefused(404, "VALIDATION_ERROR");
        reply.Json.ContainsKey("error").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/gateway/x/nowhere")]
    [InlineData("/api/v1/public/nowhere")]
    [InlineData("/internal/hooks/nowhere")]
    [InlineData("/v1/ai/gateway/x/nowhere")]
    public async Task On_the_platform_surface_the_error_is_a_text_too(string path)
    {
        var reply = await First.PostAsync(path);

        reply.ShouldBeRefused(404, "VALIDATION_ERROR");
        reply.Json["error"]!.GetValue<string>().ShouldBe(reply.Message);
    }

    [Fact]
    public async Task What_fails_inside_of_the_server_has_its_code_and_tells_nothing_of_the_inside()
    {
        await Server.Store.WriteAsync(
            session => session.ExecuteAsync($"DROP TABLE aerostack_cache"), AerostackServer.Cancellation);

        var reply = (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldBeRefused(500, "INTERNAL_ERROR");

        reply.Text.ShouldNotContain("aerostack_cache");
        (await First.GetAsync("/v1/projects/current")).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"key":"k","\ud800":1}""")]
    [InlineData("""{"key":"k","value":{"\udc00":1}}""")]
    public async Task A_member_whose_name_is_half_a_character_is_refused(string body) =>
        (await First.PostAsync("/v1/cache/set", body)).ShouldBeRefused(400, "VALIDATION_ERROR");

    [Fact]
    public async Task OpenAis_paths_keep_OpenAis_errors() =>
        (await First.PostAsync("/v1/chat/completions")).Json["error"]!["message"]!.GetValue<string>().ShouldNotBeEmpty();

    [Fact]
    public async Task Ascends_paths_keep_Ascends_errors() =>
        (await First.PostAsync("/api/agents/nowhere")).Json["error_code"]!.GetValue<string>().ShouldNotBeEmpty();

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"slug":"a","slug":"b"}""")]
    [InlineData("\u0000")]
    public async Task A_body_that_is_no_JSON_object_is_refused_with_400(string body) =>
        (await First.PostAsync("/v1/projects", body)).ShouldBeRefused(400, "VALIDATION_ERROR");

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413() =>
        (await First.PostAsync("/v1/projects", $$"""{"slug":"{{new string('a', 2_000_000)}}"}""")).ShouldBeRefused(413, "VALIDATION_ERROR");

    [Fact]
    public async Task Unknown_members_whitespace_and_escapes_are_taken() =>
        (await First.PostAsync("/v1/projects", " {\r\n \"slug\" :\t\"a\\u0062c\", \"x\": {\"y\":[1]} } ")).ShouldBe(201)
            .Json["slug"]!.GetValue<string>().ShouldBe("abc");

    [Fact]
    public async Task A_body_is_not_needed_where_nothing_is_required() =>
        (await Server.SendAsync("DELETE", "/v1/projects/keys/nowhere", First.Key)).ShouldBeRefused(404, "VALIDATION_ERROR");
}
