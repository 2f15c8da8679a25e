using System.Buffers;
using System.Runtime.CompilerServices;

namespace Trellis.Server.Kernel.Models;

/// <summary>The simulator's stream: one piece for each token, with an event for each choice.</summary>
internal sealed class EchoChatStream(ChatRequest request, EchoReply reply, EchoCompletion completion, CancellationToken callToken) : ChatStream
{
    private readonly ArrayBufferWriter<byte> _piece = new();
    private ReadOnlyMemory<byte> _finalEvent;
    private int _written;

    public override TokenUsage Usage => reply.Usage with { CompletionTokens = (long)_written * request.Choices };

    public override ChatFailure? Failure => null;

    public override ReadOnlyMemory<byte> FinalEvent => _finalEvent;

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return WriteStart();
        while (_written < reply.Tokens.Count)
        {
            // Gives the thread back between tokens, as waiting for a real model would.
            await Task.Yield();
            callToken.ThrowIfCancellationRequested();
            cancellationToken.ThrowIfCancellationRequested();
            yield return WriteToken(reply.Tokens[_written++]);
        }

        yield return WriteEnd();
        _finalEvent = "data: [DONE]\n\n"u8.ToArray();
    }

    private protected override ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;

    private ReadOnlyMemory<byte> WriteStart()
    {
        for (var choice = 0; choice < request.Choices; choice++)
        {
            completion.WriteStart(_piece, choice);
        }

        return _piece.WrittenMemory;
    }

    private ReadOnlyMemory<byte> WriteToken(string token)
    {
        _piece.ResetWrittenCount();
        for (var choice = 0; choice < request.Choices; choice++)
        {
            completion.WriteToken(_piece, choice, token);
        }

        return _piece.WrittenMemory;
    }

    private ReadOnlyMemory<byte> WriteEnd()
    {
        _piece.ResetWrittenCount();
        for (var choice = 0; choice < request.Choices; choice++)
        {
            completion.WriteEnd(_piece, choice);
        }

        if (request.IncludeUsage)
        {
            completion.WriteReport(_piece);
        }

        return _piece.WrittenMemory;
    }
}
