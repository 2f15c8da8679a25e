using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Tests.Telemetry;

public sealed class PrometheusTextTests
{
    [Fact]
    public void A_label_may_hold_anything()
    {
        var text = new PrometheusText();
        text.Sample("calls_total", 1, ("route", "a\\b\"c\nd"), ("id.part", "é"));
        text.ToString().ShouldBe("calls_total{route=\"a\\\\b\\\"c\\nd\",id_part=\"é\"} 1\n");
    }

    [Fact]
    public void A_label_longer_than_the_stack_has_room_for_is_whole()
    {
        var text = new PrometheusText();
        var value = new string('x', 5000);
        text.Sample("calls_total", 1, ("route", value), ("next", "1"));
        text.ToString().ShouldBe($"calls_total{{route=\"{value}\",next=\"1\"}} 1\n");
    }

    [Fact]
    public void A_help_is_one_line()
    {
        var text = new PrometheusText();
        text.Family("calls_total", "counter", "How\\many\nthere were.");
        text.ToString().ShouldBe("# HELP calls_total How\\\\many\\nthere were.\n# TYPE calls_total counter\n");
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0.1, "0.1")]
    [InlineData(-3, "-3")]
    [InlineData(1e21, "1E+21")]
    public void Numbers_are_written_as_the_format_has_them(double value, string written)
    {
        var text = new PrometheusText();
        text.Sample("size", value);
        text.ToString().ShouldBe($"size {written}\n");
    }
}
