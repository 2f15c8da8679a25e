using System.Text.Json.Nodes;

namespace Trellis.EndToEnd.Tests.OpenAi;

/// <summary>The unmodified <c>openai</c> npm package with a provisioned key.</summary>
public sealed class NodePackageTests(NodeTour tour) : IClassFixture<NodeTour>
{
    private const string Answer = "You said: How are you?";

    [Fact]
    public async Task It_lists_the_models() =>
        (await tour.ResultAsync())["models"]!.AsArray().Select(static model => model!.GetValue<string>()).ShouldContain("trellis-echo");

    [Fact]
    public async Task It_completes_a_chat()
    {
        var plain = (await tour.ResultAsync())["plain"]!;
        Text(plain, "content").ShouldBe(Answer);
        Text(plain, "role").ShouldBe("assistant");
        Text(plain, "finishReason").ShouldBe("stop");
        Text(plain, "object").ShouldBe("chat.completion");
        Text(plain, "model").ShouldBe("trellis-echo");
        Number(plain["usage"]!, "total_tokens").ShouldBe(Number(plain["usage"]!, "prompt_tokens") + Number(plain["usage"]!, "completion_tokens"));
    }

    [Fact]
    public async Task It_streams_a_chat()
    {
        var streamed = (await tour.ResultAsync())["streamed"]!;
        Text(streamed, "content").ShouldBe(Answer);
        Text(streamed, "finishReason").ShouldBe("stop");
        Number(streamed, "chunks").ShouldBeGreaterThan(2);
        streamed["usage"].ShouldBeNull();
    }

    [Fact]
    public async Task It_streams_a_chat_that_ends_with_the_usage_when_asked_to()
    {
        var result = await tour.ResultAsync();
        var streamed = result["streamedWithUsage"]!;
        Text(streamed, "content").ShouldBe(Answer);
        JsonNode.DeepEquals(streamed["usage"]!["total_tokens"], result["plain"]!["usage"]!["total_tokens"]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("revoked", "AuthenticationError", 401, "invalid_api_key")]
    [InlineData("unknownModel", "NotFoundError", 404, "model_not_found")]
    [InlineData("overBudget", "RateLimitError", 429, "insufficient_quota")]
    public async Task It_throws_the_error_that_its_users_know(string attempt, string name, int status, string code)
    {
        var refusal = (await tour.ResultAsync())[attempt]!;
        Text(refusal, "name").ShouldBe(name);
        Number(refusal, "status").ShouldBe(status);
        Text(refusal, "code").ShouldBe(code);
        Text(refusal, "requestId").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_throws_a_bad_request_for_a_body_of_the_wrong_shape()
    {
        var refusal = (await tour.ResultAsync())["badRequest"]!;
        Text(refusal, "name").ShouldBe("BadRequestError");
        Text(refusal, "type").ShouldBe("invalid_request_error");
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static int Number(JsonNode node, string member) => node[member]!.GetValue<int>();
}
