using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Aerostack.Storage;

namespace Trellis.Server.Aerostack.Tests.Storage;

public sealed class KeyRangeTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("a", "b")]
    [InlineData("a/", "a0")]
    [InlineData("\uD7FF", "\uE000")]
    [InlineData("a\U0010FFFF", "b")]
    [InlineData("\U0010FFFF\U0010FFFF", null)]
    public void The_end_of_a_prefix_is_the_next_text_after_all_that_begin_with_it(string prefix, string? end) =>
        KeyRange.Successor(prefix).ShouldBe(end);

    [Fact]
    public void Every_text_that_begins_with_a_prefix_and_no_other_is_in_its_range()
    {
        var texts = Gen.Elements("a", "b", "ß", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFF").ListOf().Select(string.Concat);
        Prop.ForAll(texts.Two().ToArbitrary(), static pair =>
        {
            var (prefix, text) = pair;
            var end = KeyRange.Successor(prefix);
            var isInside = Compare(text, prefix) >= 0 && (end is null || Compare(text, end) < 0);
            return isInside == text.StartsWith(prefix, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("gICA")]
    public void A_cursor_that_is_none_is_refused(string cursor) => KeyRange.TryMake("", cursor, out _).ShouldBeFalse();

    [Fact]
    public void A_cursor_leads_to_what_comes_after_its_key()
    {
        KeyRange.TryMake("a", KeyRange.CursorAfter("a/ß"), out var range).ShouldBeTrue();

        range.ShouldBe(new KeyRange("a", "a/ß", "b"));
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
