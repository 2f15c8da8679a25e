namespace Trellis.Server.Kernel.Models;

/// <summary>A complete answer.</summary>
public sealed class ChatAnswer : ChatResult
{
    internal ChatAnswer(ReadOnlyMemory<byte> json, TokenUsage usage)
    {
        Json = json;
        Usage = usage;
    }

    /// <summary>The <c>chat.completion</c> object as the model wrote it, byte for byte.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>What the completion used.</summary>
    public TokenUsage Usage { get; }
}
