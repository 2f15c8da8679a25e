using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Tests.Wire;

/// <summary>Contract sections 2.1 and 9.5: what goes over the wire.</summary>
public sealed class GoldenRequestTests
{
    [Fact]
    public async Task Every_operation_of_the_first_version_posts_to_its_own_path_with_the_key_alone()
    {
        using var aerostack = new AerostackFixture(
            Golden.Ok(), Golden.Ok(), Golden.Created(), Golden.Ok(), Golden.Ok(), Golden.Ok(), Golden.Created(), Golden.Ok(), Golden.Ok());
        var client = aerostack.Client;
        await client.Ai.ChatAsync(new([]));
        await client.Authentication.SigninAsync("a@b.co", new Secret("x"));
        await client.Authentication.SignupAsync(new("a@b.co", new Secret("x")));
        await client.Cache.GetAsync("k");
        await client.Cache.SetAsync("k", 1);
        await client.Database.QueryAsync("SELECT 1");
        await client.Queue.EnqueueAsync("t", []);
        await client.Services.InvokeAsync("s", []);
        await client.Storage.UploadAsync("k", new("f.txt", new MemoryStream()));
        aerostack.Transport.Requests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
        [
            "POST /v1/ai/chat", "POST /v1/auth/signin", "POST /v1/auth/signup", "POST /v1/cache/get", "POST /v1/cache/set", "POST /v1/db/query",
            "POST /v1/queue/enqueue", "POST /v1/services/invoke", "POST /v1/storage/upload",
        ]);
        aerostack.Transport.Requests.ShouldAllBe(request => request.Header("X-Aerostack-Key") == AerostackFixture.Key);
        aerostack.Transport.Requests.ShouldAllBe(request => request.Header("Accept") == "application/json");
        aerostack.Transport.Requests.ShouldAllBe(request => request.Header("Authorization") == null && request.Header("X-Project-Id") == null);
        aerostack.Transport.Requests.SkipLast(1).ShouldAllBe(request => request.Header("Content-Type") == "application/json");
        aerostack.Transport.Requests[0].Header("User-Agent")!.ShouldMatch(@"^trellis-aerostack/\d+\.\d+\.\d+ dotnet/\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task A_signin_is_the_contracts()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(
            """{"token":"t.t.t","user":{"id":"u","email":"a@b.co","name":null,"createdAt":"2026-01-01T00:00:00Z","metadata":{"a":1}},"expiresAt":"2026-01-02T00:00:00.1234567+02:00"}"""));
        var answer = await aerostack.Client.Authentication.SigninAsync("a@b.co", new Secret("x"));
        aerostack.LastBody.ShouldBe("""{"email":"a@b.co","password":"x"}""");
        answer.Token!.Reveal().ShouldBe("t.t.t");
        answer.User!.Id.ShouldBe("u");
        answer.User.Metadata.GetProperty("a").GetInt32().ShouldBe(1);
        answer.User.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        answer.ExpiresAt!.Value.Offset.ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_signup_is_the_contracts_even_with_a_short_password()
    {
        using var aerostack = new AerostackFixture(Golden.Created());
        await aerostack.Client.Authentication.SignupAsync(new("a@b.co", new Secret("short"))
        {
            Name = "J",
            Metadata = new JsonObject { ["a"] = null, ["n"] = new JsonObject { ["b"] = null } },
        });
        aerostack.LastBody.ShouldBe("""{"email":"a@b.co","password":"short","metadata":{"a":null,"n":{"b":null}},"name":"J"}""");
    }

    [Theory]
    [InlineData("""{"user":{}}""", false, null)]
    [InlineData("""{"user":{"name":null}}""", true, null)]
    [InlineData("""{"user":{"name":"n"}}""", true, "n")]
    public async Task A_users_name_is_absent_or_null_or_there(string json, bool isGiven, string? name)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(json));
        var user = (await aerostack.Client.Authentication.SigninAsync("a", new Secret("x"))).User!;
        user.IsNameGiven.ShouldBe(isGiven);
        user.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("""{"expiresAt":"soon"}""")]
    [InlineData("""{"user":{"name":7}}""")]
    public async Task A_date_or_a_name_that_is_none_fails_validation(string json)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(json));
        await Should.ThrowAsync<AerostackResponseValidationException>(() => aerostack.Client.Authentication.SigninAsync("a", new Secret("x")));
    }

    [Fact]
    public async Task A_date_may_be_an_epoch_number()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"expiresAt":1767225600}"""));
        (await aerostack.Client.Authentication.SigninAsync("a", new Secret("x"))).ExpiresAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_job_is_the_contracts()
    {
        using var aerostack = new AerostackFixture(Golden.Created("""{"jobId":"j","success":true}"""));
        var job = await aerostack.Client.Queue.EnqueueAsync("send-email", new JsonObject { ["to"] = "x", ["n"] = null }, TimeSpan.FromSeconds(60));
        aerostack.LastBody.ShouldBe("""{"data":{"to":"x","n":null},"type":"send-email","delay":60}""");
        job.JobId.ShouldBe("j");
    }

    [Fact]
    public async Task Signup_and_enqueue_succeed_with_201_alone()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(), Golden.Ok());
        (await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Authentication.SignupAsync(new("a", new Secret("x")))))
            .Message.ShouldBe("Unexpected response received: Status 200. Body: {}");
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Queue.EnqueueAsync("t", []));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    public async Task Signup_declares_400_and_409(int status)
    {
        using var aerostack = new AerostackFixture(Golden.Error(status, """{"code":"VALIDATION_ERROR","message":"m"}"""));
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Authentication.SignupAsync(new("a", new Secret("x"))))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Signin_declares_401_alone()
    {
        using var aerostack = new AerostackFixture(
            Golden.Error(401, """{"code":"AUTH_INVALID_CREDENTIALS","message":"m"}"""), Golden.Error(400, """{"code":"VALIDATION_ERROR","message":"m"}"""));
        await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Authentication.SigninAsync("a", new Secret("x")));
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Authentication.SigninAsync("a", new Secret("x")));
    }

    [Fact]
    public async Task An_invocation_is_the_contracts()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"success":true,"result":[1,null]}"""));
        var result = await aerostack.Client.Services.InvokeAsync("billing", []);
        aerostack.LastBody.ShouldBe("""{"data":{},"serviceName":"billing"}""");
        result.Result.GetRawText().ShouldBe("[1,null]");
    }

    [Fact]
    public async Task A_project_is_named_in_a_header()
    {
        using var aerostack = new AerostackFixture(options => options.ProjectId = "p1", Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Transport.LastRequest.Header("X-Project-Id").ShouldBe("p1");
    }

    [Fact]
    public async Task A_query_carries_its_own_id_and_version_when_asked_to()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        await aerostack.Client.Database.QueryAsync(new DbQuery("SELECT 1") { RequestId = id, SdkVersion = "0.1.0" });
        aerostack.Transport.LastRequest.Header("X-Request-ID").ShouldBe("0f8fad5b-d9cb-469f-a165-70867728950e");
        aerostack.Transport.LastRequest.Header("X-SDK-Version").ShouldBe("0.1.0");
    }
}
