namespace Trellis.Server.Kernel.Models;

/// <summary>A model that completes chats. Safe for concurrent use.</summary>
public interface IChatModel
{
    /// <summary>What the server says about the model.</summary>
    ModelDescription Description { get; }

    /// <summary>
    /// Completes a chat. The answer is a <see cref="ChatAnswer"/>; a <see cref="ChatStream"/> when the request asks for one, which the
    /// caller disposes; or a <see cref="ChatFailure"/>, for everything that went wrong at the upstream. <see cref="ChatResponseWriter"/>
    /// sends each of them, and settles the bill at the right moment.
    /// </summary>
    /// <param name="request">The request. The model it names has been resolved already and is not looked at again.</param>
    /// <param name="cancellationToken">
    /// Ends the call, also while a stream is being read. For a plain answer pass a token that outlives the caller's connection: the
    /// upstream charges for an answer that nobody waits for any more, and only an answer that arrived says how much.
    /// </param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken = default);
}
