using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.OutputFilter;

/// <summary>The suite on PostgreSQL, and two servers on one database.</summary>
public sealed class PostgresOutputFilterSettingsTests(PostgresFixture postgres) : OutputFilterSettingsSuite, IClassFixture<PostgresFixture>
{
    private string? _store;

    [Fact]
    public async Task A_change_on_one_server_holds_on_the_other_from_the_next_scan_on()
    {
        await using var other = await AscendServer.StartAsync(new ServerSetup { Store = _store });
        var there = First with { Server = other };
        (await ResultAsync(Text, there)).ShouldBe("REDACTED");

        (await SetAsync(Pattern("email", "BLOCKED"))).ShouldBeOk();

        (await ResultAsync(Text, there)).ShouldBe("BLOCKED");
    }

    [Fact]
    public async Task Of_two_changes_at_once_both_hold()
    {
        var replies = await Task.WhenAll(SetAsync(Pattern("email", "BLOCKED")), SetAsync(Pattern("ssn", "BLOCKED")));

        replies.ShouldAllBe(static reply => reply.Status == 200);
        (await ResultAsync(Text)).ShouldBe("BLOCKED");
        (await ResultAsync("123-45-6789")).ShouldBe("BLOCKED");
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = _store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
