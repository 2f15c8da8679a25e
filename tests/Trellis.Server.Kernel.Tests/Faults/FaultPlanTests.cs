using System.Text;
using Trellis.Server.Kernel.Faults;

namespace Trellis.Server.Kernel.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void A_plan_is_read_with_comments_and_trailing_commas()
    {
        var plan = Parse(
            """
            {
              // The list is slow and sometimes down.
              "rules": [
                {"route":"POST /platform/list-keys","times":2,"probability":0.5,"latencyMs":100,"status":503,"retryAfterSeconds":1,"body":null},
                {"route":"* /v1/*","cutAfterBytes":100},
                {"route":"* *","loseResponse":true},
              ],
              "seed": 7,
            }
            """);

        plan.Seed.ShouldBe(7);
        plan.Rules.Count.ShouldBe(3);
        plan.Rules[0].Route.ToString().ShouldBe("POST /platform/list-keys");
        (plan.Rules[0].Times, plan.Rules[0].Probability, plan.Rules[0].Latency).ShouldBe((2, 0.5, TimeSpan.FromMilliseconds(100)));
        (plan.Rules[0].Status, plan.Rules[0].RetryAfterSeconds, plan.Rules[0].Body).ShouldBe((503, 1, null));
        plan.Rules[1].CutAfterBytes.ShouldBe(100);
        plan.Rules[2].LoseResponse.ShouldBeTrue();
    }

    [Fact]
    public void A_plan_is_written_as_it_is_read()
    {
        const string Json = """
            {
              "rules": [
                {
                  "route": "POST /platform/list-keys",
                  "times": 2,
                  "probability": 0.5,
                  "latencyMs": 100,
                  "status": 503,
                  "retryAfterSeconds": 1,
                  "body": {"detail":"Überlastet"}
                },
                {
                  "route": "* /v1/*",
                  "cutAfterBytes": 100
                },
                {
                  "route": "* *",
                  "loseResponse": true
                }
              ],
              "seed": 7
            }
            """;

        Encoding.UTF8.GetString(Parse(Json).ToJson()).ShouldBe(Json, StringCompareShould.IgnoreLineEndings);
        Parse(Encoding.UTF8.GetString(FaultPlan.Empty.ToJson())).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""[]""", "$: must be an object.")]
    [InlineData("""{"rules":{}}""", "rules: must be a list.")]
    [InlineData("""{"rules":[],"speed":7}""", "speed: is not known here; known are rules, seed.")]
    [InlineData("""{"rules":[],"seed":"x"}""", "seed: must be an integer")]
    [InlineData("""{"rules":[7]}""", "rules[0]: must be an object.")]
    [InlineData("""{"rules":[{"status":500}]}""", "rules[0].route: must be a text.")]
    [InlineData("""{"rules":[{"route":"/a","status":500}]}""", "rules[0].route: must be a method and a path")]
    [InlineData("""{"rules":[{"route":"GET a","status":500}]}""", "rules[0].route: must be a method and a path")]
    [InlineData("""{"rules":[{"route":"GET /a"}]}""", "rules[0].status: the rule does nothing")]
    [InlineData("""{"rules":[{"route":"GET /a","status":99}]}""", "rules[0].status: must be an integer from 200 to 599.")]
    [InlineData("""{"rules":[{"route":"GET /a","status":500,"loseResponse":true}]}""", "rules[0].status: status, cutAfterBytes and loseResponse exclude each other")]
    [InlineData("""{"rules":[{"route":"GET /a","status":500,"latencyMS":1}]}""", "rules[0].latencyMS: is not known here")]
    [InlineData("""{"rules":[{"route":"GET /a","status":500,"times":-1}]}""", "rules[0].times: must be an integer, not negative.")]
    [InlineData("""{"rules":[{"route":"GET /a","status":500,"probability":1.1}]}""", "rules[0].probability: must be a number from 0 to 1.")]
    [InlineData("""{"rules":[{"route":"GET /a","loseResponse":1}]}""", "rules[0].loseResponse: must be true or false.")]
    [InlineData("""{"rules":[{"route":"GET /a","latencyMs":1,"body":{}}]}""", "rules[0].body: has a meaning only beside status.")]
    [InlineData("""{"rules":[{"route":"GET /a","latencyMs":1,"retryAfterSeconds":1}]}""", "rules[0].retryAfterSeconds: has a meaning only beside status.")]
    [InlineData("""{"rules":[{"route":"GET /a","status":204,"body":{}}]}""", "rules[0].body: a response of status 204 has none.")]
    [InlineData("""{"rules":[""", "not valid JSON")]
    [InlineData("""{"rules":[],"rules":[]}""", "not valid JSON")]
    public void A_wrong_plan_is_refused_with_the_path_of_the_member(string json, string error) =>
        Should.Throw<FaultPlanException>(() => Parse(json)).Errors.ShouldContain(text => text.StartsWith(error));

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Should.Throw<FaultPlanException>(() => FaultPlan.Load("no-such-plan.json")).Message.ShouldContain("no-such-plan.json");

    [Fact]
    public void A_plan_is_read_from_a_file()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"rules":[{"route":"GET /a","status":500}]}""");

        FaultPlan.Load(path).Rules.ShouldHaveSingleItem();
        File.Delete(path);
    }

    [Theory]
    [InlineData("GET /a", "GET", "/a", true)]
    [InlineData("get /A", "GET", "/a", true)]
    [InlineData("GET /a", "POST", "/a", false)]
    [InlineData("GET /a", "GET", "/a/b", false)]
    [InlineData("* /a/*", "POST", "/a/b/c", true)]
    [InlineData("* /a/*", "POST", "/a/", true)]
    [InlineData("* /a/*", "POST", "/a", false)]
    [InlineData("P* *", "PATCH", "/", true)]
    [InlineData("P* *", "GET", "/", false)]
    [InlineData("GET *.json", "GET", "/x/y.json", true)]
    [InlineData("GET /*/keys/*/x", "GET", "/v1/keys/keys/7/x", true)]
    [InlineData("GET /*/keys/*/x", "GET", "/v1/keys/7/y", false)]
    [InlineData("GET /**", "GET", "/", true)]
    public void Stars_stand_for_any_run_of_characters(string route, string method, string path, bool matches) =>
        FaultRoute.TryParse(route)!.Matches(method, path).ShouldBe(matches);

    private static FaultPlan Parse(string json) => FaultPlan.Parse(Encoding.UTF8.GetBytes(json));
}
