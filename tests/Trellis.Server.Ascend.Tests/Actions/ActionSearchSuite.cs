using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

/// <summary>Finding actions among others, on every engine of the store.</summary>
public abstract class ActionSearchSuite : ServerTest
{
    [Theory]
    [InlineData("search=INVOICE", "invoice_100%")]
    [InlineData("search=generic", "s3")]
    [InlineData("search=agent-2", "invoice_100%")]
    [InlineData("search=100%25", "invoice_100%")]
    [InlineData("search=e_1", "invoice_100%")]
    [InlineData("risk_level=low", "s3")]
    [InlineData("risk_level=low&search=s3&agent_id=agent-1", "s3")]
    public async Task An_action_is_found_by_its_texts_and_its_level(string query, string resource)
    {
        await SubmitTwoAsync();

        var answer = (await First.GetAsync($"/api/agent-activity?{query}")).ShouldBeOk().Json;

        answer["actions"]!.AsArray().ShouldHaveSingleItem()!["resource"]!.GetValue<string>().ShouldBe(resource);
        answer["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("search=_3_")]
    [InlineData("search=%25%25")]
    [InlineData("search=\\")]
    [InlineData("search=s3&agent_id=agent-2")]
    [InlineData("search=s3&risk_level=critical")]
    public async Task What_is_not_there_is_not_found_whatever_signs_it_has(string query)
    {
        await SubmitTwoAsync();

        (await First.GetAsync($"/api/agent-activity?{query}")).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_level_that_does_not_exist_is_refused() =>
        (await First.GetAsync("/api/agent-activity?risk_level=huge")).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("risk_level").ShouldBeTrue();

    private async Task SubmitTwoAsync()
    {
        await First.SubmittedAsync(Submissions.Harmless());
        await First.SubmittedAsync(Submissions.Body("database.delete", "invoice_100%", "agent-2"));
    }
}
