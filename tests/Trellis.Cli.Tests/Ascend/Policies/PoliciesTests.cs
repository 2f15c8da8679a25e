using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend.Policies;

public sealed class PoliciesTests
{
    private const string Policy = """{"policy_name": "big refunds", "policy_action": "block", "conditions": {"amount_above": 200}, "owner": "finance"}""";

    [Fact]
    public async Task The_list_shows_each_with_its_conditions()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Policies)).AscendAsync("policies", "list");
        result.Output.ShouldBe("""
            Policies

            Id  Priority  Name         Action            Conditions            Active
            ──  ────────  ───────────  ────────────────  ────────────────────  ──────
            3         10  big refunds  require_approval  {"amount_above":200}  yes

            """);
    }

    [Fact]
    public async Task A_policy_of_a_new_name_is_made()
    {
        var cli = AscendCli.Create(Answers.Ok("""{"policies":[]}"""), Answers.Ok(AscendAnswers.Policy));
        (await cli.AscendAsync("policies", "put", "--policy", Policy)).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Post);
        cli.Transport.LastRequest.Path.ShouldBe("/api/governance/policies");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"conditions\": {\"amount_above\": 200}");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"owner\": \"finance\"");
    }

    [Fact]
    public async Task A_policy_of_a_known_name_is_replaced()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Policies), Answers.Ok(AscendAnswers.Policy));
        (await cli.AscendAsync("policies", "put", "--policy", Policy)).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Put);
        cli.Transport.LastRequest.Path.ShouldBe("/api/governance/policies/3");
    }

    [Theory]
    [InlineData("""{"id": 5, "policy_name": "n", "policy_action": "block"}""", null, "5")]
    [InlineData("""{"id": "5", "policy_name": "n", "policy_action": "block"}""", "6", "6")]
    public async Task An_id_says_which_one_is_replaced(string policy, string? id, string replaced)
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Policy));
        await cli.AscendAsync(["policies", "put", "--policy", policy, .. id is null ? Array.Empty<string>() : ["--id", id]]);
        cli.Transport.LastRequest.Path.ShouldBe($"/api/governance/policies/{replaced}");
        cli.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_server_does_not_understand_exits_with_3_and_names_the_member()
    {
        var refusal = StubAnswer.Json(422, """{"detail":"The policy is not valid.","errors":{"owner":"is not known"}}""");
        var result = await AscendCli.Create(Answers.Ok("""{"policies":[]}"""), refusal).AscendAsync("policies", "put", "--policy", Policy);
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldEndWith("\n  owner: is not known\n");
    }

    [Fact]
    public async Task A_policy_is_deleted()
    {
        var cli = AscendCli.Create(Answers.Ok("""{"success":true}"""));
        var result = await cli.AscendAsync("policies", "delete", "3");
        result.Json()["success"]!.GetValue<bool>().ShouldBeTrue();
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Delete);
        cli.Transport.LastRequest.Path.ShouldBe("/api/governance/policies/3");
    }
}
