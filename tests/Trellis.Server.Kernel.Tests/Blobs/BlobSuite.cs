using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Blobs;

/// <summary>What blobs do in every place and on every engine. Each test has an empty database and an empty place; a subclass says where.</summary>
public abstract class BlobSuite : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ManualTimeProvider Time { get; } = new();

    private protected IStore Store { get; private set; } = null!;

    private protected IBlobVolume Volume { get; private set; } = null!;

    private protected BlobStore Blobs { get; private set; } = null!;

    private protected BlobCollector Collector { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Store = await Kernel.Storage.Store.OpenAsync(Options(), BlobMigrations.All, Time, NullLogger.Instance, Cancellation);
        Volume = await OpenVolumeAsync();
        Blobs = new BlobStore(Store, Volume, RandomNumberGenerator.Create(), Time, NullLogger<BlobStore>.Instance);
        Collector = new BlobCollector(Store, Volume, Time, NullLogger<BlobCollector>.Instance);
    }

    public virtual async ValueTask DisposeAsync()
    {
        (Volume as IDisposable)?.Dispose();
        Collector?.Dispose();
        if (Store is not null)
            await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_written_is_read_again_with_its_length_and_digest()
    {
        var content = Content(100_000);

        var blob = await WriteAsync(content);

        blob.Length.ShouldBe(content.Length);
        blob.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        (await ReadAsync(blob.Id)).ShouldBe(content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(S3Upload.PartBytes - 1)]
    [InlineData(S3Upload.PartBytes)]
    [InlineData(S3Upload.PartBytes + 1)]
    [InlineData((2 * S3Upload.PartBytes) + 12_345)]
    public async Task Content_of_any_length_arrives_whole(int length)
    {
        var content = Content(length);

        var blob = await WriteAsync(content);

        blob.Length.ShouldBe(length);
        (await ReadAsync(blob.Id)).AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 5)]
    [InlineData(999, 1)]
    [InlineData(0, 1000)]
    [InlineData(500, null)]
    [InlineData(0, null)]
    public async Task A_part_is_read_without_the_rest(int offset, int? length)
    {
        var content = Content(1000);
        var blob = await WriteAsync(content);

        (await ReadAsync(blob.Id, offset, length)).ShouldBe(content.AsSpan(offset, length ?? (1000 - offset)).ToArray());
    }

    [Fact]
    public async Task Content_that_is_not_there_is_null() =>
        (await Blobs.OpenReadAsync(new string('0', 32), 0, null, Cancellation)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("0000000000000000000000000000000/")]
    [InlineData("0000000000000000000000000000000A")]
    public async Task A_name_that_is_not_the_servers_own_is_never_looked_for(string id)
    {
        await Should.ThrowAsync<ArgumentException>(() => Blobs.OpenReadAsync(id, 0, null, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => Volume.RemoveAsync(id, Cancellation));
    }

    [Fact]
    public async Task Content_at_the_limit_is_taken_and_a_byte_more_is_refused_and_removed()
    {
        (await WriteAsync(Content(1000), limit: 1000)).Length.ShouldBe(1000);

        (await Should.ThrowAsync<BlobTooLargeException>(() => WriteAsync(Content(1001), limit: 1000))).Limit.ShouldBe(1000);

        var refused = await OnlyDueAsync();
        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);
        (await Volume.OpenReadAsync(refused, 0, null, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Content_whose_sender_hangs_up_leaves_nothing_behind()
    {
        using var broken = new BrokenStream(Content(S3Upload.PartBytes + 1000));

        await Should.ThrowAsync<IOException>(() => Blobs.WriteAsync(broken, long.MaxValue, Cancellation));

        var id = await OnlyDueAsync();
        (await Volume.OpenReadAsync(id, 0, null, Cancellation)).ShouldBeNull();
        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);
        (await CountAsync()).ShouldBe(0);
        AssertEmpty();
    }

    [Fact]
    public async Task Content_that_nobody_kept_is_removed_after_a_day()
    {
        var blob = await WriteAsync(Content(10));

        Time.Advance(BlobStore.LongestWrite - TimeSpan.FromSeconds(1));
        (await Collector.CollectAsync(Cancellation)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);

        (await Blobs.OpenReadAsync(blob.Id, 0, null, Cancellation)).ShouldBeNull();
        (await KeepAsync(blob.Id)).ShouldBeFalse();
        AssertEmpty();
    }

    [Fact]
    public async Task What_a_server_that_died_in_the_middle_of_a_write_has_left_is_removed()
    {
        var id = new string('a', 32);
        await Store.WriteAsync(session => BlobTable.InsertAsync(session, id, Time.GetUtcNow() + BlobStore.LongestWrite), Cancellation);
        await LeaveUnfinishedAsync(id);

        Time.Advance(BlobStore.LongestWrite);
        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);

        AssertEmpty();
    }

    [Fact]
    public async Task Kept_content_stays_for_as_long_as_something_refers_to_it()
    {
        var blob = await WriteAsync(Content(10));
        (await KeepAsync(blob.Id)).ShouldBeTrue();
        (await KeepAsync(blob.Id)).ShouldBeTrue();

        Time.Advance(TimeSpan.FromDays(100));
        await ReleaseAsync(blob.Id);
        Time.Advance(TimeSpan.FromDays(100));
        (await Collector.CollectAsync(Cancellation)).ShouldBe(0);
        (await ReadAsync(blob.Id)).Length.ShouldBe(10);

        await ReleaseAsync(blob.Id);
        Time.Advance(BlobStore.Grace - TimeSpan.FromSeconds(1));
        (await Collector.CollectAsync(Cancellation)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);
        (await Blobs.OpenReadAsync(blob.Id, 0, null, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reference_that_was_undone_counts_for_nothing()
    {
        var blob = await WriteAsync(Content(10));
        await Should.ThrowAsync<InvalidOperationException>(() => Store.WriteAsync<bool>(
            async session =>
            {
                (await Blobs.TryKeepAsync(session, blob.Id)).ShouldBeTrue();
                throw new InvalidOperationException("undone");
            },
            Cancellation).AsTask());

        Time.Advance(BlobStore.LongestWrite);

        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_removal_that_a_crash_cut_off_is_made_again()
    {
        var blob = await WriteAsync(Content(10));
        Time.Advance(BlobStore.LongestWrite);
        await Store.WriteAsync(session => BlobTable.TakeAsync(session, blob.Id, "dead", Time.GetUtcNow() + TimeSpan.FromMinutes(10)), Cancellation);
        await Volume.RemoveAsync(blob.Id, Cancellation);

        (await KeepAsync(blob.Id)).ShouldBeFalse("somebody is about to remove it");
        (await Collector.CollectAsync(Cancellation)).ShouldBe(0);
        Time.Advance(TimeSpan.FromMinutes(10));

        (await Collector.CollectAsync(Cancellation)).ShouldBe(1);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task More_than_one_batch_is_removed_at_once()
    {
        for (var index = 0; index < 101; index++)
            await Store.WriteAsync(session => BlobTable.InsertAsync(session, index.ToString("x32"), Time.GetUtcNow()), Cancellation);

        (await Collector.CollectAsync(Cancellation)).ShouldBe(101);
    }

    /// <summary>Options for the database of this test.</summary>
    protected abstract StoreOptions Options();

    /// <summary>The place of this test.</summary>
    private protected abstract Task<IBlobVolume> OpenVolumeAsync();

    /// <summary>What a write that never came to its end leaves in the place.</summary>
    private protected abstract Task LeaveUnfinishedAsync(string id);

    /// <summary>Nothing is left in the place.</summary>
    private protected abstract void AssertEmpty();

    private protected static byte[] Content(int length)
    {
        var content = new byte[length];
        for (var index = 0; index < length; index++)
            content[index] = (byte)((index * 31) + (index >> 8) + (index >> 16));
        return content;
    }

    private protected Task<Blob> WriteAsync(byte[] content, long limit = long.MaxValue) =>
        Blobs.WriteAsync(new MemoryStream(content), limit, Cancellation);

    private async Task<byte[]> ReadAsync(string id, long offset = 0, long? length = null)
    {
        await using var stream = (await Blobs.OpenReadAsync(id, offset, length, Cancellation))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private Task<bool> KeepAsync(string id) => Store.WriteAsync(session => Blobs.TryKeepAsync(session, id), Cancellation).AsTask();

    private Task ReleaseAsync(string id) => Store.WriteAsync(session => Blobs.ReleaseAsync(session, id), Cancellation).AsTask();

    private async Task<string> OnlyDueAsync() =>
        (await Store.WriteAsync(session => BlobTable.DueAsync(session, Time.GetUtcNow(), 10), Cancellation)).ShouldHaveSingleItem();

    private async Task<long> CountAsync() => (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT COUNT(*) FROM blobs"), Cancellation))!.Value;

    private sealed class BrokenStream(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("hung up");
    }
}
