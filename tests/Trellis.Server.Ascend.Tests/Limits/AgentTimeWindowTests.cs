using Trellis.Server.Ascend.Limits;

namespace Trellis.Server.Ascend.Tests.Limits;

public sealed class AgentTimeWindowTests
{
    // A Thursday.
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("09:00", "17:00", 12, true)]
    [InlineData("09:00", "17:00", 9, true)]
    [InlineData("09:00", "17:00", 17, false)]
    [InlineData("09:00", "17:00", 3, false)]
    [InlineData("22:00", "06:00", 23, true)]
    [InlineData("22:00", "06:00", 5, true)]
    [InlineData("22:00", "06:00", 12, false)]
    [InlineData("00:00", "00:00", 12, true)]
    public void A_window_holds_from_its_start_until_just_before_its_end(string start, string end, int hour, bool inside) =>
        Window(start, end).Contains(At(hour)).ShouldBe(inside);

    [Fact]
    public void Days_count_from_Sunday()
    {
        Window("09:00", "17:00", 4).Contains(Noon).ShouldBeTrue();
        Window("09:00", "17:00", 0, 6).Contains(Noon).ShouldBeFalse();
    }

    [Fact]
    public void Hours_after_midnight_belong_to_the_day_before()
    {
        Window("22:00", "06:00", 3).Contains(At(5)).ShouldBeTrue();
        Window("22:00", "06:00", 4).Contains(At(5)).ShouldBeFalse();
    }

    [Fact]
    public void Hours_are_those_of_the_window_s_zone()
    {
        var tokyo = new TimeWindow(new TimeOnly(9, 0), new TimeOnly(17, 0), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), []);

        tokyo.Contains(At(1)).ShouldBeTrue();
        tokyo.Contains(At(12)).ShouldBeFalse();
    }

    private static DateTimeOffset At(int hour) => Noon.AddHours(hour - 12);

    private static TimeWindow Window(string start, string end, params int[] days) =>
        new(TimeOnly.Parse(start), TimeOnly.Parse(end), TimeZoneInfo.Utc, days);
}
