using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Ai;

/// <summary><c>POST /v1/ai/chat</c>, of both generations, plain and streamed (contract, sections 2.1.1 and 2.2.9).</summary>
internal sealed class ChatEndpoint(ChatModels models)
{
    /// <summary>Answers a chat.</summary>
    public async ValueTask<JsonAnswer> ChatAsync(AerostackCall call)
    {
        if (!ChatBody.TryRead(call.Body, out var request, out var refusal))
            return refusal;

        var model = models.Choose(request.Model);
        var result = await model.CompleteAsync(request.WithModel(model.Description.Name), request.Stream ? call.Aborted : CancellationToken.None);
        return await ChatRelay.SendAsync(call.Http.Response, result, static _ => ValueTask.CompletedTask);
    }
}
