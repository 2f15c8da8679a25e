namespace Trellis.Testing.Doubles.Tests.Time;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        var before = _clock.GetUtcNow();
        _clock.GetUtcNow().ShouldBe(before);
        _clock.Advance(TimeSpan.FromSeconds(90));
        _clock.GetUtcNow().ShouldBe(before.AddSeconds(90));
    }

    [Fact]
    public void Timestamps_measure_the_same_movement()
    {
        var start = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMilliseconds(12.5));
        _clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromMilliseconds(12.5));
    }

    [Fact]
    public void The_clock_does_not_run_backwards() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Timers_fire_in_order_of_their_due_time_and_see_that_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        Start("late", 3);
        Start("early", 1);
        Start("beyond", 4);

        _clock.Advance(TimeSpan.FromSeconds(3));

        fired.ShouldBe([("early", TimeSpan.FromSeconds(1)), ("late", TimeSpan.FromSeconds(3))]);

        void Start(string name, int seconds) => _clock.CreateTimer(
            _ => fired.Add((name, _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_periodic_timer_fires_once_per_period_until_it_is_disposed()
    {
        var count = 0;
        var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(6));
        count.ShouldBe(3);

        timer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(6));
        count.ShouldBe(3);
    }

    [Fact]
    public void A_timer_that_a_callback_starts_fires_in_the_same_movement()
    {
        var fired = false;
        _clock.CreateTimer(
            _ => _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeTrue();
    }

    [Fact]
    public void A_timer_due_at_once_fires_when_it_is_made()
    {
        var fired = false;
        _clock.CreateTimer(_ => fired = true, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        fired.ShouldBeTrue();
    }

    [Fact]
    public void A_changed_timer_forgets_its_old_due_time()
    {
        var count = 0;
        var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(4));
        count.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        count.ShouldBe(1);
    }

    [Fact]
    public void A_timer_changed_to_infinite_is_stopped()
    {
        var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.PendingTimers.ShouldBeEmpty();
    }

    [Fact]
    public void A_disposed_timer_cannot_be_changed()
    {
        var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).ShouldBeFalse();
        _clock.PendingTimers.ShouldBeEmpty();
    }

    [Fact]
    public void A_negative_due_time_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-5), Timeout.InfiniteTimeSpan));

    [Fact]
    public async Task Movements_of_many_threads_add_up()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++) _clock.Advance(TimeSpan.FromSeconds(1));
        })));
        _clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(800));
    }
}
