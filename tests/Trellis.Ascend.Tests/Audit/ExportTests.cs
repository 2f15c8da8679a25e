using System.Text;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Audit;

public sealed class ExportTests
{
    [Fact]
    public async Task The_log_is_delivered_as_it_is()
    {
        using var ascend = new AscendFixture(StubAnswer.Text("a,b\n1,2\n", "text/csv"));
        using var destination = new MemoryStream();
        await ascend.Client.Audit.ExportCsvAsync(destination, new AuditFilter { ActorId = "ann" });
        Encoding.UTF8.GetString(destination.ToArray()).ShouldBe("a,b\n1,2\n");
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/audit/export/csv?actor_id=ann");
    }

    [Fact]
    public void A_log_larger_than_any_answer_may_be_is_delivered_whole()
    {
        var csv = string.Concat(Enumerable.Repeat("0123456789\n", 100_000));
        using var ascend = new AscendFixture(options => options.MaxResponseBytes = 1024, StubAnswer.Text(csv, "text/csv"));
        using var destination = new MemoryStream();
        ascend.Client.Audit.ExportCsv(destination);
        destination.Length.ShouldBe(csv.Length);
    }

    [Fact]
    public async Task A_failure_before_anything_has_arrived_is_retried()
    {
        using var ascend = new AscendFixture(Golden.Error(503), StubAnswer.Text("a", "text/csv"));
        using var destination = new MemoryStream();
        await ascend.Client.Audit.ExportCsvAsync(destination);
        destination.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_after_something_has_arrived_is_not()
    {
        using var ascend = new AscendFixture(StubAnswer.Text("0123456789", "text/csv").CutAfter(4));
        using var destination = new MemoryStream();
        (await Should.ThrowAsync<AscendConnectionException>(() => ascend.Client.Audit.ExportCsvAsync(destination))).Attempts.ShouldBe(1);
        destination.Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_destination_that_fails_is_the_callers_failure()
    {
        using var ascend = new AscendFixture(StubAnswer.Text("0123456789", "text/csv"));
        using var full = new MemoryStream(new byte[2]);
        await Should.ThrowAsync<NotSupportedException>(() => ascend.Client.Audit.ExportCsvAsync(full));
        ascend.Client.CircuitState.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task A_stall_in_the_middle_times_out()
    {
        var clock = new ManualTimeProvider();
        using var ascend = new AscendFixture(null, new StubTransport(StubAnswer.Text("0123456789", "text/csv").StallAfter(4)), clock);
        using var destination = new MemoryStream();
        var call = ascend.Client.Audit.ExportCsvAsync(destination);
        await clock.WaitForTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<AscendTimeoutException>(() => call);
    }
}
