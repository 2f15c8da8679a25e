using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Ascend.Samples;

/// <summary>The sample as a process, as users run it.</summary>
public sealed class GovernedToolsTests
{
    [Fact]
    public async Task Tools_of_an_MCP_server_run_when_they_may_and_the_model_hears_why_not()
    {
        var run = await ProgramRun.OfAsync(BuiltPrograms.GovernedTools, []);
        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        run.Output.ShouldContain("refund_order: 40 EUR were paid back for A-1001.");
        run.Output.ShouldContain("refund_order: This call was denied.");
        run.Output.ShouldContain("delete_customer: This call was denied.");
        run.Output.ShouldContain("The back office carried out: look_up_order A-1001, refund_order A-1001, look_up_order A-1002");
    }
}
