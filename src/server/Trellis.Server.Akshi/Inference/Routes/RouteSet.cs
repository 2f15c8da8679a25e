using Trellis.Server.Akshi.Inference.Scoring;

namespace Trellis.Server.Akshi.Inference.Routes;

/// <summary>The routes of one configuration, and how to choose among them. Immutable.</summary>
/// <param name="Routes">The routes, in the order of the configuration.</param>
/// <param name="Profile">How prompts are scored.</param>
/// <param name="Threshold">From which score on a prompt goes to the cloud.</param>
/// <param name="DefaultRoute">The route that is taken without looking at the prompt; null to look.</param>
/// <param name="FallbackModel">The model or route to ask last; null for none.</param>
/// <param name="MaxRetries">How often a route is asked again after a failure.</param>
internal sealed record RouteSet(
    IReadOnlyList<ModelRoute> Routes,
    ScoringProfile Profile,
    double Threshold,
    string? DefaultRoute,
    string? FallbackModel,
    int MaxRetries)
{
    /// <summary>Nothing to ask.</summary>
    public static RouteSet Empty { get; } = new([], ScoringProfile.Default, 1, null, null, 0);

    /// <summary>Whom to ask, in order. A model that the agent insists on has no replacement, and who may not pay is answered by local routes alone.</summary>
    public IReadOnlyList<ModelRoute> Choose(InferenceRequest request) =>
        request.MostUsd == 0 ? [.. ChooseAny(request).Where(static route => route.IsLocal)] : ChooseAny(request);

    /// <summary>Why there is nobody to ask.</summary>
    public string WhyNone(InferenceRequest request) => request.Model is { } model && Routes.Count > 0
        ? $"No route that may be taken leads to the model '{model}'."
        : "No model is configured: add a route to runtime.toml or an upstream to trellis.json.";

    private ModelRoute[] ChooseAny(InferenceRequest request)
    {
        if (request.Model is { } model)
            return [.. Routes.Where(route => IsNamed(route, model))];

        var first = Named(request.PreferredRoute) ?? Named(DefaultRoute);
        var isHard = Profile.Score(PromptFeatures.Of(request.Prompt)) >= Threshold;
        // Who is local takes over from nobody: what was meant for the cloud is too hard for it, but better than no answer.
        var ordered = Routes.OrderBy(route => route.IsLocal == isHard ? 1 : 0);
        return [.. new[] { first }.Concat(ordered).Append(Named(FallbackModel)).OfType<ModelRoute>().Distinct()];
    }

    private ModelRoute? Named(string? name) => name is null ? null : Routes.FirstOrDefault(route => IsNamed(route, name));

    private static bool IsNamed(ModelRoute route, string name) =>
        route.Name.Equals(name, StringComparison.Ordinal) || route.Model.Description.Name.Equals(name, StringComparison.Ordinal);
}
