using FsCheck;
using FsCheck.Fluent;
using Trellis.Testing;

namespace Trellis.Tests.Http;

public sealed class RetryAfterParserTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(1994, 11, 6, 8, 49, 7, TimeSpan.Zero));

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("3.5", 3.5)]
    [InlineData(" 5\t", 5.0)]
    [InlineData("1e2", 100.0)]
    [InlineData("+.5", 0.5)]
    [InlineData("0", 0.0)]
    [InlineData("-0", 0.0)]
    [InlineData("99999", 99999.0)]
    public void Seconds_are_taken_as_they_are(string value, double seconds) => Parse(value).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("-5")]
    [InlineData("-inf")]
    [InlineData("-Infinity")]
    public void A_negative_number_means_now(string value) => Parse(value).ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData("inf")]
    [InlineData("+INF")]
    [InlineData("Infinity")]
    [InlineData("1e300")]
    [InlineData("922337203685.5")]
    public void More_than_a_time_span_holds_is_the_longest_one(string value) => Parse(value).ShouldBe(TimeSpan.MaxValue);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nan")]
    [InlineData("soon")]
    [InlineData("not a date")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("1994-11-06")]
    [InlineData("5 seconds")]
    [InlineData("Sun, 31 Feb 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 24:00:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:60:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 +2560x")]
    [InlineData("Sun, 06 Nov 0000 08:49:37 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -2300")]
    public void Anything_else_says_nothing(string? value) => Parse(value).ShouldBeNull();

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("Sun, 06 Nov 1994 08:49:37")]
    [InlineData("Sun, 6 nov 1994 08:49:37 utc")]
    [InlineData("Sun, 06 Nov 1994 10:49:37 +0200")]
    [InlineData("Sun, 06 Nov 1994 00:19:37 -08:30")]
    [InlineData("Sun, 06 Nov 1994 03:49:37 EST")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 XYZ")]
    public void A_date_means_the_time_until_then(string value) => Parse(value).ShouldBe(TimeSpan.FromSeconds(30));

    [Fact]
    public void A_date_that_has_passed_means_now() => Parse("Sun, 06 Nov 1994 08:49:06 GMT").ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData("Sat, 31-Dec-68 00:00:00 GMT", 2068)]
    [InlineData("Sat, 31-Dec-96 00:00:00 GMT", 1996)]
    public void A_year_of_two_digits_turns_at_69(string value, int year) =>
        (_clock.GetUtcNow() + Parse(value)!.Value).ShouldBe(new DateTimeOffset(year, 12, 31, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void No_text_makes_it_throw() => Prop.ForAll<string>(IsHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void No_text_that_is_nearly_a_date_makes_it_throw() => Prop.ForAll(
        Gen.Elements("Sun", "Sunday", ",", " ", "06", "6", "Nov", "-", "1994", "94", "08:49:37", ":", "GMT", "+", "0200", "99", "é", "inf", "e", ".")
            .ArrayOf().Select(string.Concat).ToArbitrary(),
        IsHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private TimeSpan? Parse(string? value) => RetryAfterParser.Parse(value, _clock);

    private bool IsHarmless(string? value) => Parse(value) is not { } delay || delay >= TimeSpan.Zero;
}
