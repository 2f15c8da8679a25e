using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class ValidatedTokenCacheTests
{
    private static readonly ValidatedToken Entry = new(
        TokenValidation.Accept(new TokenPrincipal(1, "i", "s", DateTimeOffset.UnixEpoch)), null!, null!, DateTimeOffset.UnixEpoch);

    [Fact]
    public void What_was_put_in_is_found_by_its_digest()
    {
        var cache = new ValidatedTokenCache(100);
        cache.Set(Digest("a"), Entry);

        cache.TryGet(Digest("a"), out var found).ShouldBeTrue();
        found.ShouldBeSameAs(Entry);
        cache.TryGet(Digest("b"), out _).ShouldBeFalse();
    }

    [Fact]
    public void The_number_of_entries_is_bounded()
    {
        var cache = new ValidatedTokenCache(100);
        for (var i = 0; i < 10_000; i++)
            cache.Set(Digest($"{i}"), Entry);

        Enumerable.Range(0, 10_000).Count(i => cache.TryGet(Digest($"{i}"), out _)).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void An_entry_in_use_stays()
    {
        var cache = new ValidatedTokenCache(100);
        cache.Set(Digest("used"), Entry);

        for (var i = 0; i < 1_000; i++)
        {
            cache.Set(Digest($"{i}"), Entry);
            cache.TryGet(Digest("used"), out _).ShouldBeTrue($"after {i}");
        }
    }

    [Fact]
    public void A_removed_entry_is_gone()
    {
        var cache = new ValidatedTokenCache(100);
        cache.Set(Digest("a"), Entry);
        cache.Remove(Digest("a"));

        cache.TryGet(Digest("a"), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_capacity_of_zero_remembers_nothing()
    {
        var cache = new ValidatedTokenCache(0);
        cache.Set(Digest("a"), Entry);

        cache.TryGet(Digest("a"), out _).ShouldBeFalse();
    }

    private static TokenDigest Digest(string token) => TokenDigest.TryMake(token, out var digest) ? digest : throw new ArgumentException(token);
}
