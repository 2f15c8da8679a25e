using System.ClientModel;
using System.Runtime.CompilerServices;
using OpenAI;
using OpenAI.Chat;

namespace Trellis.Samples.Quickstart;

/// <summary>A chat through OpenAI's own package: the server speaks its protocol, and a provisioned key is an API key to it.</summary>
internal sealed class Conversation(Uri server, Secret key)
{
    private readonly ChatClient _client = new(
        "trellis-echo", new ApiKeyCredential(key.Reveal()), new OpenAIClientOptions { Endpoint = new Uri(server, "/v1") });

    /// <summary>Streams the answer as it comes.</summary>
    public async IAsyncEnumerable<string> AskAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in _client.CompleteChatStreamingAsync([new UserChatMessage(question)], cancellationToken: cancellationToken))
        {
            foreach (var part in update.ContentUpdate)
            {
                yield return part.Text;
            }
        }
    }

    /// <summary>Asks, and tells why it was refused; <see langword="null"/> when it was answered.</summary>
    public async Task<string?> TryAsync(string question, CancellationToken cancellationToken)
    {
        try
        {
            await _client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
            return null;
        }
        catch (ClientResultException refused)
        {
            return $"HTTP {refused.Status}. {refused.Message.ReplaceLineEndings(" ")}";
        }
    }
}
