using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [Fact]
    public async Task A_wrong_password_is_refused_and_not_repeated_in_the_message()
    {
        var wrong = new NpgsqlConnectionStringBuilder(ConnectionString) { Password = "hush-hush" }.ConnectionString;

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(StoreOptions.For(wrong)));

        error.ToString().ShouldNotContain("hush-hush");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Password=one;hush-hush=two")]
    [InlineData("Host=127.0.0.1;Port=hush-hush")]
    [InlineData("Host=127.0.0.1;SSL Mode=hush-hush")]
    public async Task A_connection_string_that_cannot_be_read_is_refused_without_repeating_it(string connectionString)
    {
        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(new StoreOptions { ConnectionString = connectionString }));

        error.ToString().ShouldNotContain("hush-hush");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=hush-hush")]
    [InlineData("Host=no-such-host.invalid;Username=u;Password=hush-hush")]
    public async Task A_server_that_cannot_be_reached_is_unavailable(string connectionString)
    {
        var error = await Should.ThrowAsync<StoreException>(
            () => OpenAsync(new StoreOptions { ConnectionString = connectionString, MaxAttempts = 2 }));

        error.Failure.ShouldBe(StoreFailure.Unavailable);
        error.ToString().ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task Values_do_not_appear_in_the_failure_of_a_constraint()
    {
        await InsertAsync("hush-hush");

        var error = await Should.ThrowAsync<StoreException>(async () => await InsertAsync("hush-hush"));

        error.ToString().ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task The_connection_string_overrides_what_the_store_would_choose()
    {
        await using var store = await OpenAsync(new StoreOptions { ConnectionString = ConnectionString + ";Application Name=mine" });

        (await store.ReadAsync(session => session.QueryTextAsync($"SELECT current_setting('application_name')"), Cancellation)).ShouldBe("mine");
        (await Store.ReadAsync(session => session.QueryTextAsync($"SELECT current_setting('application_name')"), Cancellation)).ShouldBe("trellis");
    }

    [Fact]
    public async Task A_server_that_confirms_before_it_has_written_is_warned_of()
    {
        var logger = new RecordingLogger();
        var risky = new NpgsqlConnectionStringBuilder(ConnectionString) { Options = "-c synchronous_commit=off" }.ConnectionString;

        await using var store = await Kernel.Storage.Store.OpenAsync(StoreOptions.For(risky), [], TimeProvider.System, logger, Cancellation);

        logger.Messages.ShouldContain(message => message.Contains("synchronous_commit = off"));
    }

    [Fact]
    public async Task A_server_that_is_durable_is_not_warned_of()
    {
        var logger = new RecordingLogger();

        await using var store = await Kernel.Storage.Store.OpenAsync(Options(), [], TimeProvider.System, logger, Cancellation);

        logger.Messages.ShouldBeEmpty();
    }
}
