using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task What_waits_for_the_commit_has_run_when_the_write_returns()
    {
        var seen = new List<string>();

        await Store.WriteAsync(
            async session =>
            {
                session.AfterCommit(() => seen.Add("first"));
                session.AfterCommit(() => seen.Add("second"));
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
                seen.Add("work");
            },
            Cancellation);

        seen.ShouldBe(["work", "first", "second"]);
    }

    [Fact]
    public async Task What_waits_for_the_commit_of_undone_work_never_runs()
    {
        var ran = false;

        await Should.ThrowAsync<FormatException>(async () => await Store.WriteAsync<int>(
            session =>
            {
                session.AfterCommit(() => ran = true);
                throw new FormatException();
            },
            Cancellation));
        await InsertAsync("next");

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_read_would_do_after_a_commit_never_runs()
    {
        var ran = false;

        await Store.ReadAsync(
            session =>
            {
                session.AfterCommit(() => ran = true);
                return new ValueTask<int>(0);
            },
            Cancellation);

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task An_action_after_the_commit_that_throws_is_told_and_harms_nobody_else()
    {
        await Should.ThrowAsync<FormatException>(async () => await Store.WriteAsync(
            async session =>
            {
                session.AfterCommit(() => throw new FormatException());
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('kept')");
            },
            Cancellation));
        await InsertAsync("next");

        (await CountAsync()).ShouldBe(2);
    }
}
