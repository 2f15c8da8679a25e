using Trellis.Server.Kernel.Randomness;

namespace Trellis.Server.Kernel.Tests.Randomness;

public sealed class UniqueIdTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 15, 10, 30, 0, 123, TimeSpan.Zero);

    [Fact]
    public void Ids_are_32_hexadecimal_digits_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 10_000).Select(static _ => UniqueId.NewHex()).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(static id => id.Length == 32 && id.All(char.IsAsciiHexDigitLower));
    }

    [Fact]
    public void Ids_that_many_threads_make_at_once_are_never_the_same() =>
        Enumerable.Range(0, 20_000).AsParallel().Select(static _ => UniqueId.NewHex()).ToList().ShouldBeUnique();

    [Fact]
    public void A_UUID_of_version_7_begins_with_its_time()
    {
        var id = UniqueId.NewVersion7(At);

        (id.Version, id.Variant & 0b1100).ShouldBe((7, 0b1000));
        id.ToString("N")[..12].ShouldBe(At.ToUnixTimeMilliseconds().ToString("x12"));
    }

    [Fact]
    public void UUIDs_of_version_7_are_in_the_order_of_their_times() =>
        string.CompareOrdinal(UniqueId.NewVersion7(At).ToString(), UniqueId.NewVersion7(At.AddMilliseconds(1)).ToString()).ShouldBeNegative();
}
