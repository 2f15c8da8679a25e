using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Identity;

/// <summary>Where a key may stand, and what it opens (contract, sections 1.2 and 1.3).</summary>
public sealed class KeyRulesTests : ServerTest
{
    private const string Path = "/v1/projects/current";
    private const string Token = "aa.bb.cc";

    [Theory]
    [InlineData("X-Aerostack-Key", "")]
    [InlineData("x-aerostack-key", "")]
    [InlineData("X-API-Key", "")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "bearer ")]
    public async Task A_key_is_taken_from_each_of_its_headers(string header, string scheme)
    {
        var reply = await Server.SendAsync("GET", Path, null, prepare: request => request.Headers.Add(header, scheme + First.Key));

        reply.ShouldBe(200);
    }

    [Fact]
    public async Task The_platforms_own_header_wins_over_the_others()
    {
        var other = await First.OtherProjectAsync();

        var reply = await Server.SendAsync("GET", Path, First.Key, prepare: request =>
        {
            request.Headers.Add("X-API-Key", other.Key);
            request.Headers.Add("Authorization", $"Bearer {other.Key}");
        });

        reply.ShouldBe(200).Json["slug"]!.GetValue<string>().ShouldBe("default");
    }

    [Fact]
    public async Task An_end_users_token_beside_the_key_is_no_key()
    {
        var reply = await Server.SendAsync("GET", Path, First.Key, prepare: request => request.Headers.Add("Authorization", $"Bearer {Token}"));

        reply.ShouldBe(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nope")]
    [InlineData("ac_secret_")]
    [InlineData("ac_secret_0000000000000000000000000000000000000000000000000")]
    public async Task Without_a_good_key_a_request_is_refused_with_401(string? key)
    {
        var reply = await Server.SendAsync("GET", Path, key);

        reply.ShouldBeRefused(401, "AUTH_INVALID_KEY");
        reply.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_token_alone_is_no_key() =>
        (await Server.SendAsync("GET", Path, null, prepare: request => request.Headers.Add("Authorization", $"Bearer {Token}")))
            .ShouldBeRefused(401, "AUTH_INVALID_KEY");

    [Fact]
    public async Task Two_different_keys_in_one_header_are_refused()
    {
        var other = await First.OtherProjectAsync();

        var reply = await Server.SendAsync("GET", Path, First.Key, prepare: request => request.Headers.Add("x-aerostack-key", other.Key));

        reply.ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    [Fact]
    public async Task A_public_key_is_refused_where_a_secret_one_is_needed() =>
        (await (await First.WithPublicKeyAsync()).GetAsync(Path)).ShouldBeRefused(403, "FORBIDDEN");

    [Fact]
    public async Task A_project_may_be_named_by_id_or_slug_or_not_at_all()
    {
        var id = (await First.GetAsync(Path)).Json["id"]!.GetValue<string>();

        (await WithProjectAsync(id)).ShouldBe(200);
        (await WithProjectAsync("default")).ShouldBe(200);
        (await WithProjectAsync("")).ShouldBe(200);
    }

    [Fact]
    public async Task Naming_another_project_than_the_keys_is_refused()
    {
        await First.OtherProjectAsync();

        (await WithProjectAsync("other")).ShouldBeRefused(403, "FORBIDDEN");
        (await WithProjectAsync("nowhere")).ShouldBeRefused(403, "FORBIDDEN");
    }

    private Task<Reply> WithProjectAsync(string project) =>
        Server.SendAsync("GET", Path, First.Key, prepare: request => request.Headers.Add("X-Project-Id", project));
}
