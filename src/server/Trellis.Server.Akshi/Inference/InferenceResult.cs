namespace Trellis.Server.Akshi.Inference;

/// <summary>What a model answered.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Route">The route that answered: <c>local</c> or <c>cloud</c>.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="PromptTokens">Tokens of the question.</param>
/// <param name="CompletionTokens">Tokens of the answer.</param>
/// <param name="CostUsd">What it cost, in US dollars; 0 where no price is known.</param>
internal sealed record InferenceResult(
    string Text, string Route, string Model, long PromptTokens, long CompletionTokens, decimal CostUsd);
