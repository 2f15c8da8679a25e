using System.Buffers;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// The built-in model of a server without upstreams: it repeats what it is told, the same way every time, needs no network and counts
/// words as tokens. Its price is simulated as well.
/// </summary>
internal sealed class EchoModel(TimeProvider time) : IChatModel
{
    /// <summary>The name callers ask for.</summary>
    public const string Name = "trellis-echo";

    public ModelDescription Description { get; } = new(
        Name,
        "trellis (simulator)",
        new ModelPrice(inputPerMillion: 1, outputPerMillion: 2),
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        EchoReply.MaxTokens,
        "A simulator, not a language model: it repeats the last user message. Configure an upstream for real answers.");

    public ValueTask<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var reply = EchoReply.To(request);
        var completion = new EchoCompletion(request, reply, time.GetUtcNow());
        return ValueTask.FromResult<ChatResult>(
            request.Stream ? new EchoChatStream(request, reply, completion, cancellationToken) : Answer(completion, reply));
    }

    private static ChatAnswer Answer(EchoCompletion completion, EchoReply reply)
    {
        var json = new ArrayBufferWriter<byte>();
        completion.WriteAnswer(json);
        return new ChatAnswer(json.WrittenMemory, reply.Usage);
    }
}
