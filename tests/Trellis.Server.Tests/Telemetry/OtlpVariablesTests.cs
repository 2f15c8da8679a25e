namespace Trellis.Server.Tests.Telemetry;

public sealed class OtlpVariablesTests
{
    [Fact]
    public void Nothing_is_exported_unless_somebody_asks() => Read().ShouldBe(new OtlpVariables(false, false));

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector", false, true)]
    [InlineData("OTEL_TRACES_EXPORTER=otlp", true, false)]
    [InlineData("OTEL_METRICS_EXPORTER=prometheus, OTLP", false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector;OTEL_TRACES_EXPORTER=none", false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector;OTEL_METRICS_EXPORTER=none", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector;OTEL_SDK_DISABLED=True", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector;OTEL_SDK_DISABLED=false", true, true)]
    public void The_variables_say_what_is_exported(string variables, bool traces, bool metrics) =>
        Read(variables.Split(';')).ShouldBe(new OtlpVariables(traces, metrics));

    private static OtlpVariables Read(params string[] variables)
    {
        var values = variables.Select(static variable => variable.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        return OtlpVariables.Read(values.GetValueOrDefault);
    }
}
