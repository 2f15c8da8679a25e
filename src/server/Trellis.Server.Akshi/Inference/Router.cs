using Trellis.Server.Akshi.Inference.Routes;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference;

/// <summary>
/// Chooses who answers (contract, section 5.5): the model that the agent insists on, else the route of its profile, else the default route,
/// else by how hard the prompt looks. Whoever fails is followed by the next.
/// </summary>
internal sealed class Router(RouteTable routes, AnswerReader reader, InferenceReceipts receipts) : IInference
{
    /// <inheritdoc/>
    public bool HasModel => routes.Current.Routes.Count > 0;

    /// <inheritdoc/>
    public bool HasLocalModel => routes.Current.Routes.Any(static route => route.IsLocal);

    /// <inheritdoc/>
    public async ValueTask<InferenceResult> CompleteAsync(InferenceRequest request, CancellationToken cancellationToken)
    {
        var table = routes.Current;
        var candidates = table.Choose(request);
        if (candidates.Count == 0)
            throw new InferenceException(table.WhyNone(request));

        var reasons = new List<string>();
        foreach (var route in candidates)
        {
            if (!route.Breaker.TryEnter())
            {
                reasons.Add($"{route.Name}: it failed too often and is left alone for a while");
                continue;
            }

            if (await TryAsync(route, table, request, reasons, cancellationToken) is { } result)
                return result;
        }

        throw new InferenceException($"No route answered. {string.Join("; ", reasons)}.");
    }

    private async ValueTask<InferenceResult?> TryAsync(
        ModelRoute route, RouteSet table, InferenceRequest request, List<string> reasons, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var result = await AskAsync(route, request, cancellationToken);
                route.Breaker.Succeeded();
                await receipts.AnsweredAsync(request, result, cancellationToken);
                return result;
            }
            catch (InferenceException error)
            {
                if (attempt < table.MaxRetries)
                    continue;

                route.Breaker.Failed();
                reasons.Add($"{route.Name}: {error.Message.TrimEnd('.')}");
                return null;
            }
            catch
            {
                route.Breaker.Abandoned();
                throw;
            }
        }
    }

    private async ValueTask<InferenceResult> AskAsync(ModelRoute route, InferenceRequest request, CancellationToken cancellationToken)
    {
        var model = route.Model.Description;
        switch (await route.Model.CompleteAsync(ChatPrompt.Of(request.Prompt, model.Name), cancellationToken))
        {
            case ChatStream stream:
                await using (stream)
                {
                    var (text, usage) = await reader.ReadAsync(request.Agent, stream, cancellationToken);
                    var cost = model.Price.Cost(usage) / (decimal)ModelPrice.NanoUsdPerUsd;
                    return new InferenceResult(text, route.Kind, model.Name, usage.PromptTokens, usage.CompletionTokens, cost);
                }

            case ChatFailure failure:
                throw new InferenceException(failure.Error.Message);
            default:
                throw new InferenceException("The model did not stream its answer.");
        }
    }
}
