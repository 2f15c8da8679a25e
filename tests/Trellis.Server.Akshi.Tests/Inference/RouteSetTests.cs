using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Inference.Routes;
using Trellis.Server.Akshi.Inference.Scoring;
using Trellis.Server.Kernel.Models;
using Trellis.Testing;

namespace Trellis.Server.Akshi.Tests.Inference;

public sealed class RouteSetTests
{
    private static readonly ModelRoute Near = Route("near", isLocal: true);
    private static readonly ModelRoute Far = Route("far", isLocal: false);
    private static readonly ModelRoute Spare = Route("spare", isLocal: false);

    [Theory]
    [InlineData(0.54, new[] { "near", "far", "spare" })]
    [InlineData(0.55, new[] { "far", "spare", "near" })]
    public void A_prompt_from_the_threshold_on_goes_to_the_cloud_first(double score, string[] order) =>
        Names(Set(score), new InferenceRequest("a", "x")).ShouldBe(order);

    [Fact]
    public void The_route_of_the_agent_comes_before_the_default_one()
    {
        var set = Set(0) with { DefaultRoute = "far" };

        Names(set, new InferenceRequest("a", "x", PreferredRoute: "spare"))[0].ShouldBe("spare");
        Names(set, new InferenceRequest("a", "x"))[0].ShouldBe("far");
    }

    [Fact]
    public void A_model_that_the_agent_insists_on_has_no_replacement()
    {
        Names(Set(0), new InferenceRequest("a", "x", Model: "model-of-far")).ShouldBe(["far"]);
        Names(Set(0), new InferenceRequest("a", "x", Model: "unknown")).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_asked_twice() =>
        Names(Set(0) with { DefaultRoute = "near", FallbackModel = "near" }, new InferenceRequest("a", "x")).ShouldBe(["near", "far", "spare"]);

    // A bias alone makes every prompt score the same.
    private static RouteSet Set(double score) => new(
        [Near, Far, Spare],
        ScoringProfile.Parse(FormattableString.Invariant(
            $$"""{"schema_version":1,"bias":{{score}},"weights":{"token_count":0,"question_mark":0,"code_marker":0,"tool_hint":0} }""")),
        0.55,
        null,
        null,
        0);

    private static string[] Names(RouteSet set, InferenceRequest request) => [.. set.Choose(request).Select(static route => route.Name)];

    private static ModelRoute Route(string name, bool isLocal)
    {
        var clock = new ManualTimeProvider();
        return new ModelRoute(name, isLocal, new NamedModel($"model-of-{name}"), new CircuitBreaker(5, TimeSpan.FromMinutes(1), clock));
    }

    private sealed class NamedModel(string name) : IChatModel
    {
        public ModelDescription Description { get; } = new(name, "test", new ModelPrice(0, 0), DateTimeOffset.UnixEpoch);

        public ValueTask<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nobody asks this model.");
    }
}
