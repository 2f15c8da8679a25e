using Trellis.Testing;

namespace Trellis.Ascend.Tests.Webhooks;

public sealed class ReplayGuardTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void What_is_old_enough_is_forgotten()
    {
        var guard = new WebhookReplayGuard(memory: TimeSpan.FromMinutes(10), timeProvider: _clock);
        guard.TryRemember("a", "1").ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(10));
        guard.TryRemember("a", "1").ShouldBeTrue();
        guard.Count.ShouldBe(2);
    }

    [Fact]
    public void There_is_no_more_room_than_was_said_and_the_oldest_goes_first()
    {
        var guard = new WebhookReplayGuard(capacity: 4, timeProvider: _clock);
        for (var number = 0; number < 100; number++)
        {
            guard.TryRemember($"id-{number}", $"signature-{number}").ShouldBeTrue();
        }

        guard.Count.ShouldBe(4);
        guard.TryRemember("id-99", "new").ShouldBeFalse();
        guard.TryRemember("id-0", "signature-0").ShouldBeTrue();
    }

    [Fact]
    public void Without_an_id_the_signature_counts()
    {
        var guard = new WebhookReplayGuard(timeProvider: _clock);
        guard.TryRemember(null, "1").ShouldBeTrue();
        guard.TryRemember("", "1").ShouldBeFalse();
    }

    [Fact]
    public void Of_many_at_once_one_is_new()
    {
        var guard = new WebhookReplayGuard(timeProvider: _clock);
        var taken = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (guard.TryRemember("a", "1"))
            {
                Interlocked.Increment(ref taken);
            }
        });
        taken.ShouldBe(1);
    }
}
