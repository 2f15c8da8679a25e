namespace Trellis.Testing.Doubles.Tests.Time;

public sealed class WaitForTimerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_test_can_wait_until_the_code_under_test_waits()
    {
        var work = Task.Run(() => Task.Delay(TimeSpan.FromHours(1), _clock, Token), Token);
        await _clock.WaitForTimerAsync(Token);
        work.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));
        await work;
    }

    [Fact]
    public async Task A_test_can_wait_for_one_length_of_wait_among_others()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        var found = _clock.WaitForTimerAsync(TimeSpan.FromSeconds(2), Token);
        found.IsCompleted.ShouldBeFalse();
        var delay = Task.Delay(TimeSpan.FromSeconds(2), _clock, Token);
        await found;
        _clock.PendingTimers.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30)]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await delay;
    }

    [Fact]
    public async Task A_test_can_wait_for_several_waits_at_once()
    {
        var two = _clock.WaitForTimersAsync(2, Token);
        using var first = new CancellationTokenSource(TimeSpan.FromSeconds(1), _clock);
        two.IsCompleted.ShouldBeFalse();
        using var second = new CancellationTokenSource(TimeSpan.FromSeconds(1), _clock);
        await two;
        _clock.TimersCreated.ShouldBe(2);
    }

    [Fact]
    public async Task Waiting_in_vain_fails_and_says_what_is_pending()
    {
        var clock = new ManualTimeProvider { Patience = TimeSpan.FromMilliseconds(1) };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        var failure = await Should.ThrowAsync<TimeoutException>(() => clock.WaitForTimerAsync(TimeSpan.FromSeconds(2), Token));
        failure.Message.ShouldContain("00:00:30");
    }
}
