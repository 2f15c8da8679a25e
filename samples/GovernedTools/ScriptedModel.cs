using Microsoft.Extensions.AI;

namespace Trellis.Samples.GovernedTools;

/// <summary>
/// Stands for a model, so that the sample does the same each time and needs no account: it calls one tool after the other, and then says
/// what it was told. <c>AsChatClient()</c> of a platform's client goes in its place.
/// </summary>
internal sealed class ScriptedModel : IChatClient
{
    private static readonly (string Tool, Dictionary<string, object?> Arguments)[] Script =
    [
        ("look_up_order", new() { ["order"] = "A-1001" }),
        ("refund_order", new() { ["order"] = "A-1001", ["amount"] = 40 }),
        ("look_up_order", new() { ["order"] = "A-1002" }),
        ("refund_order", new() { ["order"] = "A-1002", ["amount"] = 900 }),
        ("delete_customer", new() { ["customer"] = "C-7" }),
    ];

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = messages.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().ToList();
        return Task.FromResult(results.Count < Script.Length ? Call(results.Count) : Summary(results));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatResponse Call(int step) =>
        new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"call-{step + 1}", Script[step].Tool, Script[step].Arguments)]))
        {
            FinishReason = ChatFinishReason.ToolCalls,
        };

    private static ChatResponse Summary(IReadOnlyList<FunctionResultContent> results) =>
        new(new ChatMessage(ChatRole.Assistant, string.Join(Environment.NewLine, results.Select(static (result, step) => $"{Script[step].Tool}: {result.Result}"))))
        {
            FinishReason = ChatFinishReason.Stop,
        };
}
