namespace Trellis.Server.Akshi.Tests.Broker;

public sealed class GrantTests : BrokerTest
{
    [Fact]
    public async Task An_endpoint_with_a_secret_is_a_grant()
    {
        var grants = (await Server.GetAsync("/api/v1/broker/grants")).ShouldBe(200).Array;

        var grant = grants.ShouldHaveSingleItem()!.AsObject();
        Guid.TryParse(grant["id"]!.GetValue<string>(), out _).ShouldBeTrue();
        grant["agent"]!.GetValue<string>().ShouldBe("researcher");
        grant["secret_name"]!.GetValue<string>().ShouldBe(SecretName);
        grant["domain"]!.GetValue<string>().ShouldBe("service");
        grant["status"]!.GetValue<string>().ShouldBe("active");
        grant["granted_at"]!.GetValue<string>().ShouldEndWith("Z");
        grant["expires_at"].ShouldBeNull();
        grant["revoked_at"].ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_grant_denies_the_next_request_at_once()
    {
        await StoreSecretAsync();
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(200);

        var revoked = (await Server.DeleteAsync($"/api/v1/broker/grants/{await IdAsync()}")).ShouldBe(200);

        revoked.Json["ok"]!.GetValue<bool>().ShouldBeTrue();
        revoked.Json["status"]!.GetValue<string>().ShouldBe("revoked");
        revoked.Json["revoked_at"]!.GetValue<string>().ShouldEndWith("Z");
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(403).Json["reason"]!.GetValue<string>().ShouldBe("grant_revoked");
        Service.Authorizations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_revocation_and_a_stored_secret_survive_a_restart()
    {
        await StoreSecretAsync();
        (await Server.DeleteAsync($"/api/v1/broker/grants/{await IdAsync()}")).ShouldBe(200);
        await RestartAsync();

        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(403).Json["reason"]!.GetValue<string>().ShouldBe("grant_revoked");
        (await Server.PostAsync("/api/v1/broker/grants/researcher/service/restore")).ShouldBe(200);
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(200);
        Service.Authorizations.ShouldBe([$"Bearer {Secret}"]);
    }

    [Fact]
    public async Task A_second_revocation_finds_no_active_grant()
    {
        var id = await IdAsync();
        (await Server.DeleteAsync($"/api/v1/broker/grants/{id}")).ShouldBe(200);

        (await Server.DeleteAsync($"/api/v1/broker/grants/{id}")).ShouldBeRefused(404, "not_found");
        (await Server.PostAsync("/api/v1/broker/grants/researcher/service/revoke")).ShouldBeRefused(404, "not_found");
        (await Server.DeleteAsync("/api/v1/broker/grants/7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10")).ShouldBeRefused(404, "not_found");
    }

    [Fact]
    public async Task A_pair_is_revoked_and_restored()
    {
        await StoreSecretAsync();
        (await Server.PostAsync("/api/v1/broker/grants/researcher/service/restore")).ShouldBeRefused(404, "not_found");

        (await Server.PostAsync("/api/v1/broker/grants/researcher/service/revoke")).ShouldBe(200).Json["status"]!.GetValue<string>().ShouldBe("revoked");
        (await Server.GetAsync("/api/v1/broker/grants")).ShouldBe(200).Array.ShouldBeEmpty();
        (await Server.GetAsync("/api/v1/broker/grants?status=revoked")).ShouldBe(200).Array.Count.ShouldBe(1);

        (await Server.PostAsync("/api/v1/broker/grants/researcher/service/restore")).ShouldBe(200).Json["status"]!.GetValue<string>().ShouldBe("active");
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(200);
    }

    [Fact]
    public async Task A_revocation_survives_a_reload()
    {
        (await Server.DeleteAsync($"/api/v1/broker/grants/{await IdAsync()}")).ShouldBe(200);

        (await Server.PostAsync("/api/v1/reload")).ShouldBe(200);

        (await Server.GetAsync("/api/v1/broker/grants")).ShouldBe(200).Array.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?agent=researcher", 1)]
    [InlineData("?agent=reader", 0)]
    [InlineData("?status=all", 1)]
    [InlineData("?status=revoked", 0)]
    public async Task The_list_is_filtered(string query, int count) =>
        (await Server.GetAsync($"/api/v1/broker/grants{query}")).ShouldBe(200).Array.Count.ShouldBe(count);

    [Fact]
    public async Task An_unknown_status_is_refused() =>
        (await Server.GetAsync("/api/v1/broker/grants?status=old")).ShouldBeRefused(400, "bad_request");

    private async Task<string> IdAsync() =>
        (await Server.GetAsync("/api/v1/broker/grants")).ShouldBe(200).Array[0]!["id"]!.GetValue<string>();
}
