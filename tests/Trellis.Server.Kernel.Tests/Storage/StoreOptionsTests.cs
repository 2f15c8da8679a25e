using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed class StoreOptionsTests
{
    [Theory]
    [InlineData("Host=db.example;Database=trellis")]
    [InlineData("username=me; HOST = 127.0.0.1")]
    [InlineData("Server=db.example")]
    public void A_text_that_names_a_host_is_PostgreSQL(string location)
    {
        var options = StoreOptions.For(location);

        (options.ConnectionString, options.SqlitePath).ShouldBe((location, null));
    }

    [Theory]
    [InlineData("trellis.db")]
    [InlineData("/var/lib/trellis/trellis.db")]
    [InlineData(@"C:\data\host=1.db")]
    [InlineData("./a=b;c")]
    public void Any_other_text_is_the_path_of_a_file(string location)
    {
        var options = StoreOptions.For(location);

        (options.ConnectionString, options.SqlitePath).ShouldBe((null, location));
    }

    [Fact]
    public void Options_do_not_print_the_connection_string() =>
        StoreOptions.For("Host=db.example;Password=hush").ToString().ShouldBe("PostgreSQL");

    [Fact]
    public async Task A_store_needs_exactly_one_place()
    {
        await Should.ThrowAsync<ArgumentException>(() => OpenAsync(new StoreOptions()));
        await Should.ThrowAsync<ArgumentException>(() => OpenAsync(new StoreOptions { SqlitePath = "a.db", ConnectionString = "Host=b" }));
    }

    [Fact]
    public void Limits_are_positive() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new StoreOptions { MaxQueuedWrites = 0 });

    private static Task<IStore> OpenAsync(StoreOptions options) =>
        Store.OpenAsync(options, [], TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
}
