using Microsoft.Extensions.Caching.Distributed;
using Trellis.Caching.Redis.Entries;

namespace Trellis.Caching.Redis.Tests.Entries;

public sealed class EntryLifetimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_fraction_of_a_millisecond_becomes_one() =>
        EntryLifetime.From(new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromTicks(1) }, Now).Milliseconds.ShouldBe(1);

    [Fact]
    public void Fractions_are_cut_off_so_that_nothing_lives_longer_than_asked() =>
        EntryLifetime.From(new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMilliseconds(1.9) }, Now).Milliseconds.ShouldBe(1);

    [Fact]
    public void The_longest_relative_expiration_does_not_overflow() =>
        EntryLifetime.From(new() { AbsoluteExpirationRelativeToNow = TimeSpan.MaxValue }, Now).Milliseconds.ShouldBe(922_337_203_685_477);

    [Fact]
    public void The_zone_of_an_absolute_expiration_does_not_matter() =>
        EntryLifetime.From(new() { AbsoluteExpiration = Now.AddSeconds(1).ToOffset(TimeSpan.FromHours(5)) }, Now).Milliseconds.ShouldBe(1000);

    [Fact]
    public void An_expiration_at_this_moment_is_over() =>
        EntryLifetime.From(new() { AbsoluteExpiration = Now }, Now).IsOver.ShouldBeTrue();
}
