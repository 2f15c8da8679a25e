using Trellis.Server.Ascend.Actions;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.SmartRules;

public sealed class RuleExpressionTests
{
    private static readonly ProposedAction Refund = Action(
        "payment.refund",
        "Orders/2026",
        details: """{"amount":250.10,"currency":"EUR","count":"12","urgent":true,"tags":["vip","b2b"],"options":{"limit":5},"none":null,"code":"007"}""",
        context: """{"user_role":"Clerk","region":"eu-west-1","currency":"USD"}""",
        indicators: new RiskIndicators { PiiInvolved = true, DataSensitivity = "high" });

    [Theory]
    [InlineData("action_type == 'payment.refund'", true)]
    [InlineData("action_type == \"PAYMENT.REFUND\"", true)]
    [InlineData("action_type != 'payment.refund'", false)]
    [InlineData("action_type IN ('a', 'payment.refund')", true)]
    [InlineData("action_type NOT IN ['a', 'b']", true)]
    [InlineData("action_type LIKE 'payment.%'", true)]
    [InlineData("action_type LIKE 'payment._efund'", true)]
    [InlineData("action_type LIKE '%*%'", false)]
    [InlineData("action_type MATCHES '^pay.*fund$'", true)]
    [InlineData("action_type MATCHES 'refund'", true)]
    [InlineData("resource == 'orders/2026'", true)]
    [InlineData("resource_type == 'orders/2026'", true)]
    [InlineData("environment == production", true)]
    [InlineData("agent_id == 'agent-1' and agent_type == 'supervised'", true)]
    [InlineData("data_classification == 'pii'", true)]
    [InlineData("data_sensitivity == 'high'", true)]
    [InlineData("description LIKE '%refund on orders%'", true)]
    public void The_actions_own_words_are_compared_without_case(string source, bool expected) => Check(source, expected);

    [Theory]
    [InlineData("risk_score > 49", true)]
    [InlineData("risk_score > 50", false)]
    [InlineData("risk_score >= 50", true)]
    [InlineData("risk_score < 50.5", true)]
    [InlineData("risk_score == '50'", true)]
    [InlineData("risk_score != 50", false)]
    [InlineData("risk_score IN (10, 50)", true)]
    [InlineData("amount > 250.09", true)]
    [InlineData("amount > 250.10", false)]
    [InlineData("amount <= 250.10", true)]
    public void Numbers_are_compared_exactly(string source, bool expected) => Check(source, expected);

    [Theory]
    [InlineData("currency == 'eur'", true)]
    [InlineData("context.currency == 'usd'", true)]
    [InlineData("user_role == 'clerk'", true)]
    [InlineData("count > 9", true)]
    [InlineData("count == 12", true)]
    [InlineData("code == '7'", false)]
    [InlineData("code == 7", true)]
    [InlineData("urgent == true", true)]
    [InlineData("urgent == 'TRUE'", true)]
    [InlineData("urgent != false", true)]
    [InlineData("tags == 'vip'", true)]
    [InlineData("tags IN ('b2c', 'b2b')", true)]
    [InlineData("tags MATCHES '^b\\d'", true)]
    [InlineData("parameters.options.limit >= 5", true)]
    [InlineData("action_details.options.limit == 5", true)]
    [InlineData("region LIKE 'eu-%'", true)]
    [InlineData("currency > 100", false)]
    [InlineData("pii_involved == true", true)]
    [InlineData("external_transfer == true", false)]
    public void Every_parameter_has_a_name(string source, bool expected) => Check(source, expected);

    [Theory]
    [InlineData("missing == 'x'", false)]
    [InlineData("missing != 'x'", true)]
    [InlineData("missing NOT IN ('x')", true)]
    [InlineData("missing > 0", false)]
    [InlineData("none == 'null'", false)]
    [InlineData("context.amount > 0", false)]
    [InlineData("options == 'x'", false)]
    public void What_is_not_there_equals_nothing(string source, bool expected) => Check(source, expected);

    [Theory]
    [InlineData("time >= '10:30' AND time < '10:31'", true)]
    [InlineData("time == '10:30'", true)]
    [InlineData("time > '9:00'", true)]
    [InlineData("time >= '22:00' OR time < '06:00'", false)]
    [InlineData("day == 'tuesday'", true)]
    [InlineData("day IN ('Sat', 'sun')", false)]
    [InlineData("day == 2", true)]
    public void Time_and_day_are_those_of_the_request(string source, bool expected) => Check(source, expected);

    [Theory]
    [InlineData("risk_score > 90 AND risk_score > 10 OR action_type LIKE 'p%'", true)]
    [InlineData("risk_score > 90 AND (risk_score > 10 OR action_type LIKE 'p%')", false)]
    [InlineData("action_type LIKE 'p%' OR risk_score > 10 AND risk_score > 90", true)]
    [InlineData("action_type LIKE 'p%' && risk_score > 90 || day == tue", true)]
    public void And_binds_tighter_than_or(string source, bool expected) => Check(source, expected);

    private static void Check(string source, bool expected) => Rules.IsTrue(source, Refund).ShouldBe(expected);
}
