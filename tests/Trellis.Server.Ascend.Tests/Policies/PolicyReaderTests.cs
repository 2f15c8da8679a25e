using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class PolicyReaderTests
{
    [Theory]
    [InlineData("""{"policy_action":"block"}""", "policy_name")]
    [InlineData("""{"policy_name":"  ","policy_action":"block"}""", "policy_name")]
    [InlineData("""{"policy_name":"P"}""", "policy_action")]
    [InlineData("""{"policy_name":"P","policy_action":"maybe"}""", "policy_action")]
    [InlineData("""{"policy_name":"P","policy_action":"allow","effect":"DENY"}""", "effect")]
    [InlineData("""{"policy_name":"P","policy_action":"block","priority":"first"}""", "priority")]
    [InlineData("""{"policy_name":"P","policy_action":"block","actions":["x"]}""", "actions")]
    [InlineData("""{"policy_name":"P","policy_action":"block","level":"agent"}""", "target")]
    [InlineData("""{"policy_name":"P","policy_action":"block","target":"x"}""", "target")]
    [InlineData("""{"policy_name":"P","policy_action":"block","level":"team"}""", "level")]
    [InlineData("""{"policy_name":"P","policy_action":"block","action_params":{"timeout_hours":0}}""", "action_params.timeout_hours")]
    [InlineData("""{"policy_name":"P","policy_action":"block","action_params":{"approvers":["a",1]}}""", "action_params.approvers[1]")]
    public void What_is_wrong_with_a_policy_is_named(string json, string field) => ErrorsOf(json).ShouldContain(field);

    [Theory]
    [InlineData("""{"weather":"rain"}""", "conditions.weather")]
    [InlineData("""{"action_type":5}""", "conditions.action_type")]
    [InlineData("""{"action_type":[]}""", "conditions.action_type")]
    [InlineData("""{"action_type":["a",null]}""", "conditions.action_type[1]")]
    [InlineData("""{"action_type":"regex:("}""", "conditions.action_type")]
    [InlineData("""{"action_type":"regex:a)|(b"}""", "conditions.action_type")]
    [InlineData("""{"action_type":"regex:(?=x)"}""", "conditions.action_type")]
    [InlineData("""{"resource":" "}""", "conditions.resource")]
    [InlineData("""{"risk_above":101}""", "conditions.risk_above")]
    [InlineData("""{"risk_above":"80"}""", "conditions.risk_above")]
    [InlineData("""{"risk_above":60,"risk_below":40}""", "conditions.risk_below")]
    [InlineData("""{"amount_above":"x"}""", "conditions.amount_above")]
    [InlineData("""{"time_window":"9-5"}""", "conditions.time_window")]
    [InlineData("""{"time_window":{}}""", "conditions.time_window")]
    [InlineData("""{"time_window":{"outside":"9-5"}}""", "conditions.time_window.outside")]
    [InlineData("""{"time_window":{"outside":"09:00-09:00"}}""", "conditions.time_window.outside")]
    [InlineData("""{"time_window":{"inside":"09:00-17:00","outside":"09:00-17:00"}}""", "conditions.time_window")]
    [InlineData("""{"time_window":{"inside":"09:00-17:00","timezone":"Mars/Olympus"}}""", "conditions.time_window.timezone")]
    [InlineData("""{"time_window":{"days":["someday"]}}""", "conditions.time_window.days")]
    [InlineData("""{"time_window":{"inside":"09:00-17:00","until":"x"}}""", "conditions.time_window.until")]
    public void A_condition_that_is_not_understood_is_refused(string conditions, string field) =>
        ErrorsOf($$"""{"policy_name":"P","policy_action":"block","conditions":{{conditions}}}""").ShouldContain(field);

    [Theory]
    [InlineData("""{"policy_action":"allow"}""", "allow")]
    [InlineData("""{"policy_action":"block"}""", "block")]
    [InlineData("""{"policy_action":"require_approval"}""", "require_approval")]
    [InlineData("""{"policy_action":"escalate"}""", "escalate")]
    [InlineData("""{"effect":"DENY"}""", "block")]
    [InlineData("""{"effect":"REQUIRE_APPROVAL"}""", "require_approval")]
    [InlineData("""{"policy_action":"escalate","effect":"REQUIRE_APPROVAL"}""", "escalate")]
    public void Both_spellings_of_an_effect_are_understood(string members, string effect) =>
        Policy($$"""{"policy_name":"P",{{members[1..]}}""").Effect.ShouldBe(PolicyEffectNames.Read(effect)!.Value);

    [Fact]
    public void What_an_answer_adds_may_be_sent_back() =>
        Policy("""{"id":7,"organization_id":1,"created_at":"x","updated_at":"y","policy_name":"P","effect":"ALLOW"}""").Name.ShouldBe("P");

    [Fact]
    public void Parameters_are_read()
    {
        var parameters = Policy(
            """
            {"policy_name":"P","policy_action":"escalate","action_params":{"approvers":["ann","bob"],"timeout_hours":1.5,"min_approvers":2,
             "escalate_on_timeout":true,"require_justification":true,"escalate_to":"ciso","severity":"HIGH","ticket":"T-1"}}
            """).Parameters;

        parameters.Approvers.ShouldBe(["ann", "bob"]);
        parameters.Timeout.ShouldBe(TimeSpan.FromMinutes(90));
        parameters.MinApprovers.ShouldBe(2);
        parameters.EscalateTo.ShouldBe("ciso");
        parameters.Severity.ShouldBe("high");
        parameters.Json.ShouldContain("T-1");
    }

    private static IEnumerable<string> ErrorsOf(string json)
    {
        var errors = new FieldErrors();
        PolicyReader.Read(Json(json), 1, errors);
        return errors.Select(error => error.Key);
    }
}
