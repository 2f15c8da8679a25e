using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Tests.Support;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Aerostack.Tests.Projects;

/// <summary>Projects and keys are made and ended over HTTP.</summary>
public sealed class ProjectTests : ServerTest
{
    private const string Keys = "/v1/projects/keys";

    [Fact]
    public async Task A_project_is_made_with_a_secret_key_that_opens_it()
    {
        var other = await First.OtherProjectAsync("shop");

        (await other.GetAsync("/v1/projects/current")).ShouldBe(200).Json["slug"]!.GetValue<string>().ShouldBe("shop");
    }

    [Fact]
    public async Task The_projects_of_an_organisation_are_listed_the_oldest_first_and_no_others()
    {
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await First.OtherProjectAsync("shop");

        var slugs = (await First.GetAsync("/v1/projects")).ShouldBe(200).Json["projects"]!.AsArray().Select(static project => project!["slug"]!.GetValue<string>());

        slugs.ShouldBe(["default", "shop"]);
    }

    [Fact]
    public async Task A_slug_is_given_once() =>
        (await First.PostAsync("/v1/projects", """{"slug":"default"}""")).ShouldBeRefused(409, "VALIDATION_ERROR")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("slug_taken");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"slug":""}""")]
    [InlineData("""{"slug":"Shop"}""")]
    [InlineData("""{"slug":"-a"}""")]
    [InlineData("""{"slug":"a/b"}""")]
    [InlineData("""{"slug":"prj-1"}""")]
    [InlineData("""{"slug":7}""")]
    public async Task A_slug_is_lower_case_letters_digits_and_hyphens(string body) =>
        (await First.PostAsync("/v1/projects", body)).ShouldBlame("slug");

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_the_next_request_on()
    {
        var made = (await First.PostAsync(Keys, """{"kind":"secret","name":"ci"}""")).ShouldBe(201).Json;
        var key = made["apiKey"]!.GetValue<string>();
        (await Server.SendAsync("GET", Keys, key)).ShouldBe(200);

        (await First.DeleteAsync($"{Keys}/{made["id"]!.GetValue<string>()}")).ShouldAnswer("""{"success":true}""");

        (await Server.SendAsync("GET", Keys, key)).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    [Fact]
    public async Task A_list_of_keys_shows_no_key()
    {
        var text = (await First.GetAsync(Keys)).ShouldBe(200).Text;

        text.ShouldContain("ac_secret_…");
        text.ShouldNotContain(First.Key);
    }

    [Fact]
    public async Task A_key_of_another_project_cannot_be_ended_or_seen()
    {
        var other = await First.OtherProjectAsync();
        var id = (await other.GetAsync(Keys)).Json["keys"]![0]!["id"]!.GetValue<string>();

        (await First.DeleteAsync($"{Keys}/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.GetAsync(Keys)).Text.ShouldNotContain(id);
        (await other.GetAsync(Keys)).ShouldBe(200);
    }

    [Fact]
    public async Task Making_and_ending_a_key_is_in_the_audit_trail_without_the_key()
    {
        var made = (await First.PostAsync(Keys, """{"kind":"public","name":"page"}""")).Json;
        await First.DeleteAsync($"{Keys}/{made["id"]!.GetValue<string>()}");

        var reader = Server.Services.GetRequiredService<IAuditReader>();
        var records = await Server.Store.ReadAsync(
            session => reader.ReadNewestAsync(session, 1, new AuditFilter { Platform = "aerostack" }, 10), AerostackServer.Cancellation);

        records.Select(static record => record.EventType).ShouldBe(["project_key_created", "project_key_created", "project_key_revoked"], ignoreOrder: true);
        records.ShouldAllBe(record => !record.EventData.Contains(made["apiKey"]!.GetValue<string>(), StringComparison.Ordinal));
    }
}
