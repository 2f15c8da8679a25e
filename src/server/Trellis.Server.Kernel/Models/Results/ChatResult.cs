namespace Trellis.Server.Kernel.Models;

/// <summary>What came of a chat request: a <see cref="ChatAnswer"/>, a <see cref="ChatStream"/> or a <see cref="ChatFailure"/>.</summary>
public abstract class ChatResult
{
    private protected ChatResult()
    {
    }
}
