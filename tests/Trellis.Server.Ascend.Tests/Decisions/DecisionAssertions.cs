using Trellis.Server.Ascend.Decisions;

namespace Trellis.Server.Ascend.Tests.Decisions;

internal static class DecisionAssertions
{
    /// <summary>Status and source in the words of the wire.</summary>
    public static void ShouldBe(this Decision decision, string status, string source)
    {
        DecisionNames.Of(decision.Status).ShouldBe(status, decision.Verdict.Reason);
        DecisionNames.Of(decision.Verdict.Source).ShouldBe(source);
        decision.ExecutionAllowed.ShouldBe(status == "approved");
    }
}
