using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class SqliteStoreTests
{
    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("foreign_keys", 1)]
    [InlineData("busy_timeout", 5000)]
    [InlineData("query_only", 0)]
    public async Task The_writer_is_set_up_for_durability(string pragma, long value)
    {
        var set = await Store.WriteAsync(session => session.QueryIntegerAsync($"PRAGMA {new SqlFragment(pragma)}"), Cancellation);

        set.ShouldBe(value);
    }

    [Fact]
    public async Task A_store_that_need_not_be_durable_does_not_wait_for_the_disk()
    {
        var options = new StoreOptions { SqlitePath = Path.Combine(_folder, "passing.db"), IsDurable = false };
        await using var store = await Kernel.Storage.Store.OpenAsync(options, [], TimeProvider.System, NullLogger.Instance, Cancellation);

        (await store.WriteAsync(session => session.QueryIntegerAsync($"PRAGMA synchronous"), Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task The_file_has_a_write_ahead_log() =>
        (await Store.WriteAsync(session => session.QueryTextAsync($"PRAGMA journal_mode"), Cancellation)).ShouldBe("wal");

    [Fact]
    public async Task Closing_leaves_one_file()
    {
        await InsertAsync("a");

        await CloseAsync();

        Directory.GetFiles(_folder).ShouldBe([DatabasePath]);
    }

    [Fact]
    public async Task The_files_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes; the data directory's access list decides there.");
        await InsertAsync("a");

        Directory.GetFiles(_folder).ShouldAllBe(file => ModeOf(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_by_name()
    {
        var path = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreOptions.For(path)));

        error.Message.ShouldContain(path);
        (await File.ReadAllTextAsync(path, Cancellation)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_missing_folder_is_refused_by_name()
    {
        var path = Path.Combine(_folder, "missing", "trellis.db");

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreOptions.For(path)));

        error.Failure.ShouldBe(StoreFailure.Unavailable);
        error.Message.ShouldContain(path);
    }

    [Fact]
    public async Task A_lock_held_by_another_process_fails_the_write_and_not_the_store()
    {
        await CloseAsync();
        await using var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, LockTimeout = TimeSpan.FromMilliseconds(1) });
        await using (var other = new SqliteConnection($"Data Source={DatabasePath};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using var locking = other.BeginTransaction(deferred: false);

            var error = await Should.ThrowAsync<StoreException>(
                async () => await store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')")));
            error.Failure.ShouldBe(StoreFailure.Unavailable);
        }

        (await store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')"))).ShouldBe(1);
    }

    private static UnixFileMode ModeOf(string file) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(file);
}
