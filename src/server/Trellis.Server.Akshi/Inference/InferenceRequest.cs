namespace Trellis.Server.Akshi.Inference;

/// <summary>A question to a model.</summary>
/// <param name="Agent">Who asks.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Model">The model that the agent insists on; null to let the router choose.</param>
/// <param name="PreferredRoute">The route of the agent's profile; null for none.</param>
/// <param name="MostUsd">What the answer may cost in US dollars: 0 lets local routes alone answer, null sets no limit.</param>
internal sealed record InferenceRequest(
    string Agent, string Prompt, string? Model = null, string? PreferredRoute = null, decimal? MostUsd = null);
