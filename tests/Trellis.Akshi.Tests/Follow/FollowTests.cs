using Trellis.Testing;

namespace Trellis.Akshi.Tests.Follow;

/// <summary>Contract section 4.1 and section 8, number 13: nothing is lost and nothing is repeated.</summary>
public sealed class FollowTests
{
    public static TheoryData<bool, int> Kinds
    {
        get
        {
            var kinds = new TheoryData<bool, int>();
            foreach (var isInclusive in (bool[])[true, false])
            {
                foreach (var pageSize in (int[])[1, 2, 3, 5, 100])
                {
                    kinds.Add(isInclusive, pageSize);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_log_is_followed_over_page_limits_in_either_way_of_counting(bool isInclusive, int pageSize)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("old", 7)]);
        server.Then(() => server.Add("a")).Then(() => { }).Then(() => server.Add([.. Texts("b", 11)])).Then(() => { }).Then(() => { });
        for (var i = 0; i < 40; i++)
        {
            server.Then(i == 30 ? () => server.Add("last") : () => { });
        }

        (await FollowLogsAsync(server, 20, pageSize)).ShouldBe(server.Everything);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Findings_are_followed_over_page_limits_in_either_way_of_counting(bool isInclusive, int pageSize)
    {
        var server = new SequenceServer(isInclusive, "findings");
        server.Add([.. Texts("old", 7)]);
        server.Then(() => server.Add("a")).Then(() => { }).Then(() => server.Add([.. Texts("b", 11)]));
        using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
        var seen = new List<string>();
        await foreach (var item in akshi.Client.FollowFindingsAsync(options: new() { PageSize = pageSize }))
        {
            seen.Add(item.Summary!);
            if (seen.Count == 19)
            {
                break;
            }
        }

        seen.ShouldBe(server.Everything);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(true, 5)]
    [InlineData(true, 6)]
    [InlineData(true, 9)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(false, 4)]
    [InlineData(false, 5)]
    [InlineData(false, 6)]
    [InlineData(false, 9)]
    public async Task A_runtime_that_begins_anew_is_noticed_however_far_it_has_come_again(bool isInclusive, int itemsAfterwards)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("before", 5)]);
        server.Then(() => { }).Then(() =>
        {
            server.Reset();
            server.Add([.. Texts("after", itemsAfterwards)]);
        }).Then(() => { }).Then(() => { }).Then(() => server.Add("last"));
        (await FollowLogsAsync(server, 5 + itemsAfterwards + 1, 3)).ShouldBe(server.Everything);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_runtime_that_is_empty_after_it_began_anew_is_read_from_its_beginning(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("before", 5)]);
        server.Then(() => { }).Then(server.Reset).Then(() => { }).Then(() => { }).Then(() => server.Add("first")).Then(() => { }).Then(() => server.Add("second"));
        (await FollowLogsAsync(server, 7, 10)).ShouldBe(server.Everything);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_new_is_no_new_beginning_whatever_the_server_says_about_where_to_go_on(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs") { NextOnEmpty = head => head };
        server.Add([.. Texts("a", 3)]);
        server.Then(() => { }).Then(() => { }).Then(() => { }).Then(() => server.Add("last"));
        (await FollowLogsAsync(server, 4, 10)).ShouldBe(server.Everything);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_that_forgets_faster_than_it_is_read_goes_on_with_what_it_has(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("a", 3)]);
        server.Then(() =>
        {
            server.Add([.. Texts("b", 5)]);
            server.Forget(6);
        });
        (await FollowLogsAsync(server, 5, 10)).ShouldBe(["a1", "a2", "a3", "b4", "b5"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_gives_shorter_pages_than_it_is_asked_for_loses_nothing(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs", mostPerPage: 4);
        server.Add([.. Texts("a", 20)]);
        (await FollowLogsAsync(server, 20, 100)).ShouldBe(server.Everything);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Following_begins_after_the_item_that_is_known(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("a", 6)]);
        server.Then(() => { }).Then(() => server.Add("last"));
        (await FollowLogsAsync(server, 3, 10, since: 4)).ShouldBe(["a5", "a6", "last"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_known_item_beyond_the_end_means_that_the_runtime_began_anew(bool isInclusive)
    {
        var server = new SequenceServer(isInclusive, "logs");
        server.Add([.. Texts("a", 3)]);
        (await FollowLogsAsync(server, 3, 10, since: 900)).ShouldBe(server.Everything);
    }

    [Fact]
    public async Task It_asks_one_item_back_for_two_more_than_the_page_and_waits_when_there_is_nothing_more()
    {
        var server = new SequenceServer(isInclusive: true, "logs");
        server.Add([.. Texts("a", 6)]);
        server.Then(() => { }).Then(() => { }).Then(() => { }).Then(() => server.Add("last"));
        using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
        var seen = 0;
        await foreach (var line in akshi.Client.FollowLogsAsync(options: new() { PageSize = 3, Interval = TimeSpan.FromSeconds(2) }))
        {
            line.Seq.ShouldBe(++seen);
            if (seen == 7)
            {
                break;
            }
        }

        akshi.Transport.Requests.Select(request => request.Uri.Query).ShouldBe(
            ["?limit=5", "?since=4&limit=5", "?since=5&limit=5", "?since=5&limit=5", "?since=5&limit=5"]);
        akshi.Clock.Delays.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Each_enumeration_begins_where_the_first_did()
    {
        var server = new SequenceServer(isInclusive: true, "logs");
        server.Add([.. Texts("a", 3)]);
        using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
        var lines = akshi.Client.FollowLogsAsync();
        (await TakeAsync(lines, 3)).ShouldBe(server.Everything);
        (await TakeAsync(lines, 3)).ShouldBe(server.Everything);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_also_what_was_read_already()
    {
        var server = new SequenceServer(isInclusive: true, "logs");
        server.Add("a", "b");
        var clock = new ManualTimeProvider();
        using var akshi = new AkshiFixture(options => options.TimeProvider = clock, new StubTransport(server.Answer));
        using var cancel = new CancellationTokenSource();
        await using var lines = akshi.Client.FollowLogsAsync(cancellationToken: cancel.Token).GetAsyncEnumerator();
        (await lines.MoveNextAsync()).ShouldBeTrue();
        (await lines.MoveNextAsync()).ShouldBeTrue();
        var third = lines.MoveNextAsync().AsTask();
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        third.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => third);
    }

    [Fact]
    public async Task A_call_that_fails_is_thrown_and_following_goes_on_after_the_last_item()
    {
        var server = new SequenceServer(isInclusive: true, "logs");
        server.Add([.. Texts("a", 4)]);
        var fails = false;
        using var akshi = new AkshiFixture(null, new StubTransport(request =>
        {
            var answer = fails ? StubAnswer.Json(503, "{}") : server.Answer(request);
            fails = true;
            return answer;
        }));
        var seen = new List<LogEntry>();
        await Should.ThrowAsync<AkshiServerException>(async () =>
        {
            await foreach (var line in akshi.Client.FollowLogsAsync(options: new() { PageSize = 1 }))
            {
                seen.Add(line);
            }
        });
        fails = false;
        seen.Count.ShouldBe(3);
        (await TakeAsync(akshi.Client.FollowLogsAsync(seen[^1].Seq), 1)).ShouldBe(["a4"]);
    }

    [Fact]
    public void What_cannot_be_followed_is_refused_at_once()
    {
        using var akshi = new AkshiFixture();
        Should.Throw<ArgumentOutOfRangeException>(() => akshi.Client.FollowLogsAsync(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => akshi.Client.FollowFindingsAsync(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new FollowOptions { PageSize = 999 });
        Should.Throw<ArgumentOutOfRangeException>(() => new FollowOptions { Interval = TimeSpan.Zero });
    }

    private static IEnumerable<string> Texts(string prefix, int count) => Enumerable.Range(1, count).Select(number => $"{prefix}{number}");

    private static async Task<List<string>> FollowLogsAsync(SequenceServer server, int count, int pageSize, long since = 0)
    {
        using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
        return await TakeAsync(akshi.Client.FollowLogsAsync(since, new() { PageSize = pageSize }), count);
    }

    private static async Task<List<string>> TakeAsync(IAsyncEnumerable<LogEntry> lines, int count)
    {
        var seen = new List<string>();
        await foreach (var line in lines)
        {
            seen.Add(line.Message!);
            if (seen.Count == count)
            {
                break;
            }
        }

        return seen;
    }
}
