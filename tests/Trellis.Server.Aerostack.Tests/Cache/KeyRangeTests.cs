using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Aerostack.Cache;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Tests.Cache;

/// <summary>A range holds the keys with its prefix and no others.</summary>
public sealed class KeyRangeTests
{
    private static readonly string[] Pieces = ["a", "b", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF", "/", " "];

    private static readonly Arbitrary<string> Texts = Arb.From(
        Gen.Choose(0, 4).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(static pieces => string.Concat(pieces)));

    [Fact]
    public void A_key_is_in_the_range_of_a_prefix_if_it_begins_with_it() => Prop.ForAll(Texts, Texts, static (prefix, key) =>
    {
        var range = KeyRange.Of(prefix);
        StorableText.IsValid(range.Before).ShouldBeTrue();
        var isIn = Compare(key, range.From) >= 0 && (range.Before is null || Compare(key, range.Before) < 0);
        return isIn == key.StartsWith(prefix, StringComparison.Ordinal) || (range.Before is null && prefix.Length > 0);
    }).QuickCheckThrowOnFailure();

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
