using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class TimeWindowTests
{
    [Theory]
    [InlineData("""{"inside":"09:00-17:00"}""", "2026-01-13T09:00:00Z", true)]
    [InlineData("""{"inside":"09:00-17:00"}""", "2026-01-13T16:59:59Z", true)]
    [InlineData("""{"inside":"09:00-17:00"}""", "2026-01-13T17:00:00Z", false)]
    [InlineData("""{"outside":"09:00-17:00"}""", "2026-01-13T17:00:00Z", true)]
    [InlineData("""{"outside":"09:00-17:00"}""", "2026-01-13T12:00:00Z", false)]
    [InlineData("""{"inside":"22:00-06:00"}""", "2026-01-13T23:00:00Z", true)]
    [InlineData("""{"inside":"22:00-06:00"}""", "2026-01-13T05:59:00Z", true)]
    [InlineData("""{"inside":"22:00-06:00"}""", "2026-01-13T12:00:00Z", false)]
    [InlineData("""{"inside":"18:00-24:00"}""", "2026-01-13T23:59:59Z", true)]
    public void Hours_have_a_beginning_and_an_end(string window, string at, bool met) => Check(window, at, met);

    [Theory]
    [InlineData("2026-01-17T12:00:00Z", true)]
    [InlineData("2026-01-16T12:00:00Z", false)]
    [InlineData("2026-01-16T20:00:00Z", true)]
    public void The_weekend_is_outside_of_business_hours(string at, bool met) =>
        Check("""{"outside":"09:00-17:00","days":["mon","tue","wed","thu","fri"]}""", at, met);

    [Theory]
    [InlineData("2026-01-17T02:00:00Z", true)]
    [InlineData("2026-01-16T02:00:00Z", false)]
    public void The_hours_after_midnight_belong_to_the_day_before(string at, bool met) =>
        Check("""{"inside":"22:00-06:00","days":["friday"]}""", at, met);

    [Theory]
    [InlineData("2026-01-18T00:00:00Z", true)]
    [InlineData("2026-01-17T23:59:00Z", false)]
    public void Days_alone_are_whole_days(string at, bool met) => Check("""{"days":[0]}""", at, met);

    [Theory]
    [InlineData("2026-07-14T07:30:00Z", true)]
    [InlineData("2026-01-13T07:30:00Z", false)]
    public void A_time_zone_knows_summer_time(string at, bool met) =>
        Check("""{"inside":"09:00-17:00","timezone":"Europe/Berlin"}""", at, met);

    private static void Check(string window, string at, bool met) =>
        Blocks($$"""{"time_window":{{window}}}""", Action(at: DateTimeOffset.Parse(at))).ShouldBe(met);
}
