using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Errors;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Models;

public sealed class OpenAiModelsTests : ServerTest
{
    private Upstream _upstream = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task A_key_for_all_models_lists_them_all() =>
        (await IdsAsync(await Ada.KeyAsync())).ShouldBe(["m", "vendor/other"]);

    [Fact]
    public async Task A_key_lists_the_models_it_opens() =>
        (await IdsAsync(await Ada.KeyAsync(new() { ["models"] = new JsonArray("vendor/other") }))).ShouldBe(["vendor/other"]);

    [Theory]
    [InlineData("/v1/models/vendor/other")]
    [InlineData("/v1/models/vendor%2Fother")]
    public async Task A_model_is_described(string path)
    {
        var answer = (await GetAsync(path, await Ada.KeyAsync())).ShouldBeOk();

        answer.Json["id"]!.GetValue<string>().ShouldBe("vendor/other");
        answer.Json["object"]!.GetValue<string>().ShouldBe("model");
    }

    [Theory]
    [InlineData("/v1/models/nothing")]
    [InlineData("/v1/models/vendor/other")]
    public async Task A_model_that_the_key_does_not_open_does_not_exist(string path)
    {
        var key = await Ada.KeyAsync(new() { ["models"] = new JsonArray("m") });

        (await GetAsync(path, key)).ShouldBeOpenAiError(404, "invalid_request_error", "model_not_found", "model");
    }

    [Fact]
    public async Task Both_want_a_key()
    {
        (await GetAsync("/v1/models", null)).ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
        (await GetAsync("/v1/models/m", null)).ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
    }

    [Fact]
    public async Task Other_methods_are_refused_in_OpenAIs_shape() =>
        (await Server.SendAsync(HttpMethod.Delete, "/v1/models", null)).ShouldBeOpenAiError(405, "invalid_request_error", null);

    private Task<Answer> GetAsync(string path, string? key) => Server.SendAsync(HttpMethod.Get, path, key);

    private async Task<IEnumerable<string>> IdsAsync(string key)
    {
        var answer = (await GetAsync("/v1/models", key)).ShouldBeOk();
        answer.Json["object"]!.GetValue<string>().ShouldBe("list");
        return answer.Json["data"]!.AsArray().Select(static model => model!["id"]!.GetValue<string>());
    }

    private protected override async ValueTask<ServerSetup> SetupAsync()
    {
        _upstream = await Upstream.StartAsync(Upstream.AnswerAsync);
        return new ServerSetup { Configuration = _upstream.Configuration };
    }
}
