using System.Diagnostics;
using Trellis.TestInfrastructure.Logging;

namespace Trellis.Testing.Tests.Telemetry;

public sealed class TraceTests
{
    [Fact]
    public async Task A_trace_goes_from_the_callers_call_through_the_request_to_the_stores_write()
    {
        using var spans = new SpanRecorder();
        await using var trellis = await TrellisServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var application = new Activity("application").Start();
        await trellis.Ascend.EvaluateActionAsync(
            new() { ActionType = "report.read", Resource = "reports" }, waitForDecision: false, cancellationToken: TestContext.Current.CancellationToken);

        var request = await spans.ServerSpanAsync(application.TraceId, TestContext.Current.CancellationToken);
        request.DisplayName.ShouldBe("POST /api/v1/actions/submit");
        request.GetTagItem("trellis.platform").ShouldBe("ascend");

        var call = spans.Of(application.TraceId).Where(static span => span.Source.Name == "Trellis.Ascend").ShouldHaveSingleItem();
        call.ParentSpanId.ShouldBe(application.SpanId);
        var exchange = spans.Of(application.TraceId).Where(static span => span.Source.Name == "System.Net.Http").ShouldHaveSingleItem();
        exchange.ParentSpanId.ShouldBe(call.SpanId);
        request.ParentSpanId.ShouldBe(exchange.SpanId);
        spans.Of(application.TraceId).ShouldContain(span => span.DisplayName == "store.write" && span.ParentSpanId == request.SpanId);
    }
}
