using System.Buffers;

namespace Trellis.Tests.Connection;

public sealed class PooledContentTests
{
    private const int Size = 5000;

    [Fact]
    public async Task Memory_that_is_being_sent_is_not_lent_until_it_was_sent()
    {
        var content = Content();
        var stream = new HeldStream();
        var sending = content.CopyToAsync(stream, TestContext.Current.CancellationToken);
        content.Release();
        Overwrite();
        stream.Written.ToArray().ShouldAllBe(value => value == 7);
        stream.LetGo.SetResult();
        await sending;
    }

    [Fact]
    public async Task The_last_to_let_go_gives_the_memory_back()
    {
        var content = Content();
        var stream = new HeldStream();
        var sending = content.CopyToAsync(stream, TestContext.Current.CancellationToken);
        content.Release();
        stream.LetGo.SetResult();
        await sending;
        stream.Written.ToArray().ShouldAllBe(value => value == 0, "the memory is cleared when it is given back");
    }

    [Fact]
    public async Task A_send_that_fails_lets_go_too()
    {
        var content = Content();
        var stream = new HeldStream();
        var sending = content.CopyToAsync(stream, TestContext.Current.CancellationToken);
        stream.LetGo.SetException(new IOException("cut"));
        await Should.ThrowAsync<HttpRequestException>(() => sending);
        content.Release();
        stream.Written.ToArray().ShouldAllBe(value => value == 0, "nobody holds the memory any more");
    }

    [Fact]
    public async Task After_its_call_a_body_is_not_sent_again()
    {
        var content = Content();
        content.Release();
        await Should.ThrowAsync<Exception>(() => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        Should.Throw<Exception>(() => content.CopyTo(Stream.Null, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_body_is_sent_as_often_as_there_are_attempts()
    {
        var content = Content();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var sent = new MemoryStream();
            content.CopyTo(sent, null, TestContext.Current.CancellationToken);
            sent.ToArray().ShouldBe(Enumerable.Repeat((byte)7, Size));
        }

        content.Headers.ContentLength.ShouldBe(Size);
        content.Release();
    }

    private static PooledContent Content()
    {
        var buffer = new PooledBuffer();
        buffer.Write(Enumerable.Repeat((byte)7, Size).ToArray());
        return new PooledContent(buffer);
    }

    // The pool hands a thread what it gave back last.
    private static void Overwrite()
    {
        for (var size = 16; size <= 1 << 16; size *= 2)
        {
            ArrayPool<byte>.Shared.Rent(size).AsSpan().Fill(0xFF);
        }
    }

    private sealed class HeldStream : MemoryStream
    {
        public TaskCompletionSource LetGo { get; } = new();

        public ReadOnlyMemory<byte> Written { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written = buffer;
            return new(LetGo.Task);
        }
    }
}
