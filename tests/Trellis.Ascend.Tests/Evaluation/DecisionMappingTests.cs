namespace Trellis.Ascend.Tests.Evaluation;

public sealed class DecisionMappingTests
{
    [Theory]
    [InlineData("approved", Decision.Allowed)]
    [InlineData("allowed", Decision.Allowed)]
    [InlineData("ALLOWED", Decision.Allowed)]
    [InlineData("Approved", Decision.Allowed)]
    [InlineData("auto_approved", Decision.Allowed)]
    [InlineData("denied", Decision.Denied)]
    [InlineData("rejected", Decision.Denied)]
    [InlineData("blocked", Decision.Denied)]
    [InlineData("timeout", Decision.Denied)]
    [InlineData("expired", Decision.Denied)]
    [InlineData("pending", Decision.Pending)]
    [InlineData("pending_approval", Decision.Pending)]
    [InlineData("escalated", Decision.Pending)]
    [InlineData("requires_modification", Decision.Pending)]
    [InlineData("not_approved_at_all", Decision.Pending)]
    [InlineData("approve", Decision.Pending)]
    [InlineData("", Decision.Pending)]
    public async Task Each_word_means_one_decision(string word, Decision expected)
    {
        using var ascend = new AscendFixture(Golden.Decision(word));
        (await ascend.Client.GetActionStatusAsync("7")).Decision.ShouldBe(expected);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":null,"decision":null}""")]
    [InlineData("""{"status":7}""")]
    public async Task What_is_no_word_at_all_is_pending_and_not_to_be_carried_out(string json)
    {
        using var ascend = new AscendFixture(Golden.Ok(json));
        var decision = await ascend.Client.GetActionStatusAsync("7");
        decision.Decision.ShouldBe(Decision.Pending);
        decision.ExecutionAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task The_decision_beats_the_status()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"status":"approved","decision":"denied"}"""));
        var decision = await ascend.Client.GetActionStatusAsync("7");
        decision.Decision.ShouldBe(Decision.Denied);
        decision.ExecutionAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task Whether_it_may_be_carried_out_is_taken_as_sent()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"action_id":7,"status":"approved","execution_allowed":false}"""));
        var decision = await ascend.Client.GetActionStatusAsync("7");
        decision.Decision.ShouldBe(Decision.Allowed);
        decision.ExecutionAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task An_expired_decision_has_a_reason()
    {
        using var ascend = new AscendFixture(Golden.Decision("expired"));
        (await ascend.Client.GetActionStatusAsync("7")).Reason.ShouldNotBeNullOrEmpty();
    }
}
