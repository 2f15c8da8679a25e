using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Chat;

/// <summary><c>POST /v1/chat/completions</c> in the shape of OpenAI's API, plain and streamed.</summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/chat/create">The request</seealso>
internal sealed class ChatCompletions(KeyGate gate, ModelChoice choice, SpendLedger ledger)
{
    // OpenAI's own clients repeat a 429 unless they are told that it is of no use.
    private const string RepeatHeader = "x-should-retry";

    private static readonly Func<ReadOnlySpan<byte>, (ChatRequest? Request, OpenAiError? Error)> Parse =
        static body => (ChatRequestParser.TryParse(body, out var request, out var error) ? request : null, error);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await AnswerAsync(context) is { } refusal)
            await refusal.WriteAsync(context.Response, context.RequestAborted);
    }

    private async ValueTask<OpenAiError?> AnswerAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context);
        if (!admission.IsAdmitted)
            return admission.Error;

        var (request, error) = await RequestBody.ReadAsync(context, Parse);
        if (request is null)
            return error;
        if (!choice.TryChoose(admission.Key, request, out var model, out error))
            return error;

        var bill = ChatBill.For(admission.Key, request, model.Description, RequestOrigin.Of(context));
        if (await ledger.ReserveAsync(bill) is { } refusal)
        {
            context.Response.Headers[RepeatHeader] = "false";
            return refusal;
        }

        var result = await CompleteAsync(model, request, bill, context.RequestAborted);
        await ChatResponseWriter.WriteAsync(context.Response, result, usage => ledger.SettleAsync(bill, usage));
        return null;
    }

    private async ValueTask<ChatResult> CompleteAsync(IChatModel model, ChatRequest request, ChatBill bill, CancellationToken aborted)
    {
        try
        {
            // The upstream charges for a plain answer that nobody waits for any more, and only the answer says how much.
            return await model.CompleteAsync(request.WithModel(model.Description.Name), request.Stream ? aborted : CancellationToken.None);
        }
        catch
        {
            await ledger.ReleaseAsync(bill);
            throw;
        }
    }
}
