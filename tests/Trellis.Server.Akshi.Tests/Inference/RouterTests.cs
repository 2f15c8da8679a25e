using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Inference;

public sealed class RouterTests : IAsyncLifetime
{
    private const string Marker = "marker-9c1e77d0aa52";

    private string _folder = "";
    private ModelService _near = null!;
    private ModelService _far = null!;
    private AkshiServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _near = await ModelService.StartAsync();
        _far = await ModelService.StartAsync();
        _folder = Directory.CreateTempSubdirectory("akshi-router-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "runtime.toml"),
            $"""
            [router]
            max_retries = 0
            circuit_breaker_threshold = 2
            circuit_breaker_reset_secs = 60
            [[router.routes]]
            name = "near"
            provider = "ollama"
            model = "small"
            base_url = "{_near.Url}"
            [[router.routes]]
            name = "far"
            provider = "openai"
            model = "large"
            base_url = "{_far.Url}v1"
            api_key = "{Marker}"
            """,
            AkshiServer.Cancellation);
        _server = await AkshiServer.StartAsync(new ServerSetup { DataDirectory = _folder });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _near.DisposeAsync();
        await _far.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_easy_prompt_is_answered_on_this_machine()
    {
        var result = await AskAsync();

        result.Text.ShouldBe("said by small");
        result.Route.ShouldBe("local");
        _far.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task When_the_local_model_is_down_the_cloud_answers()
    {
        _near.Fails = true;

        var result = await AskAsync();

        result.Text.ShouldBe("said by large");
        result.Route.ShouldBe("cloud");
    }

    [Fact]
    public async Task A_provider_that_keeps_failing_is_left_alone_and_tried_again_later()
    {
        _near.Fails = true;
        for (var call = 0; call < 4; call++)
            await AskAsync();
        _near.Calls.ShouldBe(2);

        _near.Fails = false;
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
        (await AskAsync()).Route.ShouldBe("local");
        _near.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task When_nobody_answers_the_reasons_are_told_without_the_key()
    {
        (_near.Fails, _far.Fails) = (true, true);

        var error = await Should.ThrowAsync<InferenceException>(AskAsync);

        error.Message.ShouldContain("near");
        error.Message.ShouldContain("far");
        error.ToString().ShouldNotContain(Marker);
    }

    [Fact]
    public async Task An_unknown_model_is_refused() =>
        (await Should.ThrowAsync<InferenceException>(() => AskAsync(new InferenceRequest("agent", "Hello", Model: "huge"))))
            .Message.ShouldContain("'huge'");

    private Task<InferenceResult> AskAsync() => AskAsync(new InferenceRequest("agent", "Hello"));

    private Task<InferenceResult> AskAsync(InferenceRequest request) =>
        _server.Services.GetRequiredService<IInference>().CompleteAsync(request, AkshiServer.Cancellation).AsTask();
}
