using System.Text;

namespace Trellis.Tests.Uploads;

public sealed class UploadSourceTests
{
    [Fact]
    public async Task Each_sending_begins_where_the_stream_stood_at_first()
    {
        using var stream = new MemoryStream("head and body"u8.ToArray()) { Position = 9 };
        using var source = new UploadSource(stream, null);
        source.Length.ShouldBe(4);
        (await SendAsync(source, Transfer.Async)).ShouldBe("body");
        (await SendAsync(source, Transfer.Blocking)).ShouldBe("body");
    }

    [Fact]
    public async Task Progress_is_told_after_each_piece()
    {
        var seen = new List<TransferProgress>();
        using var source = new UploadSource(new MemoryStream(new byte[100_000]), new Recorder(seen));
        await SendAsync(source, Transfer.Async);
        seen.ShouldBe([new(65_536, 100_000), new(100_000, 100_000)]);
    }

    [Fact]
    public async Task A_stream_that_changes_under_way_is_an_error()
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[10]);
        stream.Position = 0;
        using var source = new UploadSource(stream, null);
        stream.SetLength(7);
        await Should.ThrowAsync<IOException>(() => SendAsync(source, Transfer.Async));
    }

    [Fact]
    public async Task A_later_sending_ends_an_earlier_one_and_waits_until_it_has_let_go()
    {
        using var source = new UploadSource(new MemoryStream("body"u8.ToArray()), null);
        var stuck = new StuckStream();
        var first = source.CopyToAsync(stuck, Transfer.Async, CancellationToken.None).AsTask();
        await stuck.Reached;
        using var destination = new MemoryStream();
        var second = source.CopyToAsync(destination, Transfer.Async, CancellationToken.None).AsTask();
        second.IsCompleted.ShouldBeFalse();
        stuck.Release();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await second;
        destination.ToArray().ShouldBe("body"u8.ToArray());
    }

    [Fact]
    public async Task At_the_end_nobody_reads_the_stream_any_more()
    {
        using var source = new UploadSource(new MemoryStream(new byte[100_000]), null);
        var stuck = new StuckStream();
        var sending = source.CopyToAsync(stuck, Transfer.Async, CancellationToken.None).AsTask();
        await stuck.Reached;
        var end = source.EndAsync(Transfer.Async).AsTask();
        end.IsCompleted.ShouldBeFalse();
        stuck.Release();
        await end;
        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    private static async Task<string> SendAsync(UploadSource source, Transfer transfer)
    {
        using var destination = new MemoryStream();
        await source.CopyToAsync(destination, transfer, CancellationToken.None);
        return Encoding.UTF8.GetString(destination.ToArray());
    }

    private sealed class Recorder(List<TransferProgress> seen) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => seen.Add(value);
    }

    /// <summary>A connection that takes nothing, and does not look at tokens, until it is released.</summary>
    private sealed class StuckStream : MemoryStream
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reached.TrySetResult();
            await _released.Task;
        }
    }
}
