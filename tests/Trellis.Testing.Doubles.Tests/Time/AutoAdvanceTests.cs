namespace Trellis.Testing.Doubles.Tests.Time;

public sealed class AutoAdvanceTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly ManualTimeProvider _clock = new() { AutoAdvance = true };

    [Fact]
    public async Task A_delay_ends_at_once_moves_the_clock_and_is_recorded()
    {
        await Task.Delay(TimeSpan.FromSeconds(0.1), _clock, Token);
        await Task.Delay(TimeSpan.FromSeconds(0.2), _clock, CancellationToken.None);
        _clock.Delays.ShouldBe([TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.2)]);
        _clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public async Task A_deadline_waits_until_the_delays_have_reached_it()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        await Task.Delay(TimeSpan.FromSeconds(4), _clock, Token);
        deadline.IsCancellationRequested.ShouldBeFalse();
        await Task.Delay(TimeSpan.FromSeconds(1), _clock, Token);
        deadline.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_delay_is_cut_short_by_a_deadline_before_its_end()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromSeconds(9), _clock, deadline.Token));
        _clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
        _clock.PendingTimers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delay_with_a_foreign_deadline_before_its_end_stays_pending()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(9), _clock, Token);
        _clock.PendingTimers.ShouldBe([TimeSpan.FromSeconds(4)]);
        _clock.Advance(TimeSpan.FromSeconds(4));
        await delay;
    }

    [Fact]
    public async Task The_limit_of_a_guarded_task_is_no_delay()
    {
        var work = new TaskCompletionSource();
        var guarded = work.Task.WaitAsync(TimeSpan.FromSeconds(5), _clock, Token);
        guarded.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<TimeoutException>(() => guarded);
        _clock.Delays.ShouldBeEmpty();
    }

    [Fact]
    public void A_periodic_timer_is_no_delay()
    {
        using var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _clock.Elapsed.ShouldBe(TimeSpan.Zero);
    }
}
