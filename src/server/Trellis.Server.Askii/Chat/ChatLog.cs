using Microsoft.Extensions.Logging;

namespace Trellis.Server.Askii.Chat;

/// <summary>What chats log; the event ids of the module are 5001 to 5099. Never a key or a conversation.</summary>
internal static partial class ChatLog
{
    [LoggerMessage(5001, LogLevel.Error, "A chat of key {KeyId} with {Model} could not be billed: {PromptTokens} tokens in, {CompletionTokens} out")]
    public static partial void NotBilled(ILogger logger, Exception error, string keyId, string model, long promptTokens, long completionTokens);
}
