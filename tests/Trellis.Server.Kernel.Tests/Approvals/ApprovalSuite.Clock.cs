using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Approvals;

public abstract partial class ApprovalSuite
{
    [Fact]
    public async Task The_clock_expires_what_is_due_at_its_time()
    {
        using var clock = NewClock();
        await clock.StartAsync(Cancellation);
        var id = (await OpenAsync(Request(Now.AddSeconds(40), null))).Id;

        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(40), Cancellation);
        Time.Advance(TimeSpan.FromSeconds(40));

        await ToldShouldBecomeAsync("expired in manager");
        (await StoredStateAsync(id)).ShouldBe("expired");
        await clock.StopAsync(Cancellation);
    }

    [Fact]
    public async Task The_clock_escalates_first_and_expires_later()
    {
        using var clock = NewClock();
        await clock.StartAsync(Cancellation);
        await OpenAsync(Request(Now.AddSeconds(50), Now.AddSeconds(20)));

        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(20), Cancellation);
        Time.Advance(TimeSpan.FromSeconds(20));
        await ToldShouldBecomeAsync("escalated in manager");
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(30), Cancellation);
        Time.Advance(TimeSpan.FromSeconds(30));

        await ToldShouldBecomeAsync("escalated in manager", "expired in manager");
        await clock.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_server_that_starts_late_expires_what_came_due_while_it_was_away()
    {
        await OpenAsync(Request(Now.AddHours(1), null));
        await RestartAsync();
        Time.Advance(TimeSpan.FromDays(3));

        using var clock = NewClock();
        await clock.StartAsync(Cancellation);

        await ToldShouldBecomeAsync("expired in manager");
        await clock.StopAsync(Cancellation);
    }

    [Fact]
    public async Task The_clock_looks_once_a_minute_for_what_other_servers_have_left()
    {
        using var clock = NewClock();
        await clock.StartAsync(Cancellation);
        await Time.WaitForTimerAsync(TimeSpan.FromMinutes(1), Cancellation);

        // Another server's inbox rings another alarm.
        using var otherAlarm = new ApprovalAlarm(Time);
        var other = new ApprovalInbox(_settlement!, otherAlarm, _random, Time);
        await Store.WriteAsync(session => other.OpenAsync(session, Request(Now.AddSeconds(10), null)), Cancellation);
        Time.Advance(TimeSpan.FromMinutes(1));

        await ToldShouldBecomeAsync("expired in manager");
        await clock.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Two_clocks_on_one_store_tell_the_platform_once()
    {
        var ids = new List<string>();
        for (var number = 0; number < 20; number++)
            ids.Add((await OpenAsync(Request(Now.AddHours(1), null))).Id);
        Time.Advance(TimeSpan.FromHours(1));

        using var first = NewClock();
        using var second = NewClock();
        await Task.WhenAll(first.StartAsync(Cancellation), second.StartAsync(Cancellation));

        await ToldShouldBecomeAsync([.. Enumerable.Repeat("expired in manager", ids.Count)]);
        await Task.WhenAll(first.StopAsync(Cancellation), second.StopAsync(Cancellation));
        (await ToldAsync()).Count.ShouldBe(ids.Count);
    }

    [Fact]
    public async Task A_platform_that_fails_over_one_approval_is_asked_again_and_holds_up_no_other()
    {
        Observer.FailsFor = "action-1";
        var failing = (await OpenAsync(Request(Now.AddHours(1), null))).Id;
        var other = Request(Now.AddHours(1), null);
        var healthy = (await OpenAsync(new ApprovalRequest
        {
            OrganisationId = other.OrganisationId,
            Platform = other.Platform,
            SubjectId = "action-2",
            SubjectDigest = other.SubjectDigest,
            RequestedBy = other.RequestedBy,
            Title = other.Title,
            Stages = other.Stages,
            ExpiresAt = other.ExpiresAt,
        })).Id;
        Time.Advance(TimeSpan.FromHours(1));

        using var clock = NewClock();
        await clock.StartAsync(Cancellation);
        await ToldShouldBecomeAsync("expired in manager");
        (await StoredStateAsync(failing)).ShouldBe("pending");
        (await StoredStateAsync(healthy)).ShouldBe("expired");

        Observer.FailsFor = null;
        await Time.WaitForTimerAsync(ApprovalAlarm.LongestSleep, Cancellation);
        Time.Advance(ApprovalAlarm.LongestSleep);

        await ToldShouldBecomeAsync("expired in manager", "expired in manager");
        await clock.StopAsync(Cancellation);
    }

    private ValueTask<string?> StoredStateAsync(string id) =>
        Store.ReadAsync(session => session.QueryTextAsync($"SELECT state FROM approvals WHERE id = {id}"), Cancellation);

    // The clock works on a thread of its own; the store's answers, not a pause, separate the looks.
    private async Task ToldShouldBecomeAsync(params string[] expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!(await ToldAsync()).SequenceEqual(expected))
            patience.Token.ThrowIfCancellationRequested();
    }
}
