using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await InsertAsync("a", "kept");

        await ReopenAsync();

        (await BodyAsync("a")).ShouldBe("kept");
    }

    [Fact]
    public async Task A_write_is_seen_by_every_read_that_starts_after_it()
    {
        for (var round = 0; round < 100; round++)
        {
            await InsertAsync($"item-{round}");
            (await CountAsync()).ShouldBe(round + 1);
        }
    }

    [Fact]
    public async Task Writes_under_way_are_finished_when_the_store_closes()
    {
        var writes = Enumerable.Range(0, 100).Select(number => InsertAsync($"item-{number}").AsTask()).ToArray();

        await CloseAsync();

        var kept = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
                kept++;
            }
            catch (ObjectDisposedException)
            {
            }
        }

        await ReopenAsync();
        (await CountAsync()).ShouldBe(kept);
    }

    [Fact]
    public async Task A_closed_store_refuses_both_doors()
    {
        var store = Store;
        await CloseAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.WriteAsync(_ => ValueTask.FromResult(1), Cancellation));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.ReadAsync(_ => ValueTask.FromResult(1), Cancellation));
    }

    [Fact]
    public async Task Closing_twice_is_harmless()
    {
        var store = Store;

        await store.DisposeAsync();
        await store.DisposeAsync();
    }
}
