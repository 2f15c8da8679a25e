using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Inference;

/// <summary>Writes the receipt of each answer: who asked which model, and digests of what was said (contract, section 5.8).</summary>
internal sealed class InferenceLog(IStore store, IAuditLog audit, RuntimeOwner owner)
{
    /// <summary>A model answered.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask AnsweredAsync(InferenceRequest request, InferenceResult result, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        await store.WriteAsync(session => audit.AppendAsync(session, new AuditEvent
        {
            OrganisationId = organisation,
            Platform = TokenEvents.Platform,
            EventType = "inference",
            ActorId = request.Agent,
            ResourceType = "model",
            ResourceId = result.Model,
            Action = "infer",
            Outcome = AuditOutcome.Success,
            Data = AuditData.Object(json =>
            {
                json.WriteString("route"u8, result.Route);
                json.WriteString("prompt_hash"u8, Digest(request.Prompt));
                json.WriteString("answer_hash"u8, Digest(result.Text));
                json.WriteNumber("prompt_tokens"u8, result.PromptTokens);
                json.WriteNumber("completion_tokens"u8, result.CompletionTokens);
                json.WriteNumber("cost_usd"u8, result.CostUsd);
            }),
        }), cancellationToken);
    }

    private static string Digest(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
