using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Inference;

/// <summary>Attests and counts each answer: who asked which model, and digests of what was said (contract, sections 2.2 and 5.8).</summary>
internal sealed class InferenceReceipts(IReceipts receipts, IRuntimeCounters counters)
{
    /// <summary>A model answered.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask AnsweredAsync(InferenceRequest request, InferenceResult result, CancellationToken cancellationToken)
    {
        counters.CountInference(result.Route);
        await receipts.AppendAsync(
            NewReceipt.Of(request.Agent, ReceiptKinds.Inference, json =>
            {
                json.WriteString("model"u8, result.Model);
                json.WriteString("route"u8, result.Route);
                json.WriteString("prompt_hash"u8, Digest(request.Prompt));
                json.WriteString("answer_hash"u8, Digest(result.Text));
                json.WriteNumber("prompt_tokens"u8, result.PromptTokens);
                json.WriteNumber("completion_tokens"u8, result.CompletionTokens);
                json.WriteNumber("cost_usd"u8, result.CostUsd);
            }),
            cancellationToken);
    }

    private static string Digest(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
