using Trellis.Server.Ascend.Actions;

namespace Trellis.Server.Ascend.Tests.Risk;

public sealed class RiskEngineVectorTests
{
    [Theory]
    [InlineData("development", "object.read", "s3-archive", 28)]
    [InlineData("dev", "object_read", "s3-archive", 28)]
    [InlineData("production", "database.query", "prod", 58)]
    [InlineData("production", "object.read", "lambda-archive", 46)]
    [InlineData("staging", "record.update", "archive", 52)]
    [InlineData("production", "table.write", "customer-rds", 100)]
    [InlineData("production", "table.delete", "dynamodb-archive", 93)]
    public void The_vectors_of_the_contract_hold_for_whole_actions(string environment, string type, string resource, int score) =>
        TestAction.Of(type, resource, environment).Assess().Score.ShouldBe(score);

    [Fact]
    public void Executing_on_stated_personal_data_in_production_scores_90() =>
        TestAction.Of("job.execute").With(new RiskIndicators { PiiInvolved = true }).Assess().Score.ShouldBe(90);

    [Theory]
    [InlineData("prod", 35)]
    [InlineData("production", 35)]
    [InlineData("staging", 18)]
    [InlineData("stage", 18)]
    [InlineData("development", 5)]
    [InlineData("dev", 5)]
    [InlineData("test", 3)]
    [InlineData("sandbox", 2)]
    [InlineData("moon", 35)]
    [InlineData("", 35)]
    public void An_environment_that_nobody_knows_counts_as_production(string environment, int score) =>
        TestAction.Of("object.read", environment: environment).Assess().Hybrid!.Value.Environment.ShouldBe(score);

    [Theory]
    [InlineData("object.delete", 25)]
    [InlineData("object.drop", 25)]
    [InlineData("object.destroy", 25)]
    [InlineData("object.terminate", 25)]
    [InlineData("object.write", 23)]
    [InlineData("object.put", 23)]
    [InlineData("object.create", 21)]
    [InlineData("object.update", 21)]
    [InlineData("object.post", 21)]
    [InlineData("object.modify", 19)]
    [InlineData("object.patch", 19)]
    [InlineData("object.execute", 16)]
    [InlineData("object.run", 16)]
    [InlineData("object.invoke", 16)]
    [InlineData("object.scan", 12)]
    [InlineData("object.read", 10)]
    [InlineData("object.get", 10)]
    [InlineData("object.query", 10)]
    [InlineData("object.list", 7)]
    [InlineData("object.describe", 7)]
    [InlineData("object.frobnicate", 19)]
    [InlineData("DELETE_object", 25)]
    [InlineData("read", 10)]
    [InlineData("...", 19)]
    public void The_action_is_judged_by_its_verb(string type, int score) => TestAction.Of(type).Assess().Hybrid!.Value.Action.ShouldBe(score);

    [Fact]
    public void The_last_word_is_the_verb_before_the_first_is() => TestAction.Of("delete.read").Assess().Hybrid!.Value.Action.ShouldBe(10);

    [Fact]
    public void A_dangerous_word_in_the_middle_is_not_overlooked() => TestAction.Of("database.drop_table").Assess().Hybrid!.Value.Action.ShouldBe(25);

    [Fact]
    public void A_listed_type_without_a_verb_is_judged_by_its_cvss_score() =>
        TestAction.Of("privilege_escalation").Assess().Hybrid!.Value.Action.ShouldBe(24);

    [Fact]
    public void A_listed_type_without_a_verb_is_never_milder_than_an_unknown_verb() =>
        TestAction.Of("data_export").Assess().Hybrid!.Value.Action.ShouldBe(19);

    [Theory]
    [InlineData("orders-rds-1", 120)]
    [InlineData("arn:aws:kms:eu", 120)]
    [InlineData("DynamoDB/table", 115)]
    [InlineData("web-security-group-2", 115)]
    [InlineData("records", 100)]
    [InlineData("websocket", 100)]
    [InlineData("s3-lambda", 100)]
    [InlineData("glacier", 95)]
    [InlineData("sns", 90)]
    [InlineData("cloudwatch", 85)]
    [InlineData("lambda", 80)]
    public void The_multiplier_goes_by_whole_words_of_the_resource(string resource, int percent) =>
        TestAction.Of("object.read", resource).Assess().Hybrid!.Value.MultiplierPercent.ShouldBe(percent);

    [Fact]
    public void The_multiplier_also_goes_by_the_stated_resource_type() =>
        TestAction.Of("object.read", context: """{"resource_type":"aurora"}""").Assess().Hybrid!.Value.MultiplierPercent.ShouldBe(120);

    [Theory]
    [InlineData("{}", 8)]
    [InlineData("""{"peak_hours":true}""", 10)]
    [InlineData("""{"maintenance_window":true}""", 3)]
    [InlineData("""{"maintenance_window":true,"peak_hours":true}""", 3)]
    [InlineData("""{"maintenance_window":false}""", 8)]
    [InlineData("""{"maintenance_window":"True"}""", 3)]
    public void Time_of_day_makes_the_context(string context, int score) =>
        TestAction.Of("object.read", context: context).Assess().Hybrid!.Value.Context.ShouldBe(score);
}
