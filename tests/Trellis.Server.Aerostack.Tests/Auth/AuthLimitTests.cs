using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Auth;

/// <summary>What the settings of <c>aerostack.auth</c> do.</summary>
public sealed class AuthLimitTests : ServerTest
{
    private const string Platform = "/api/v1/public/projects/default/auth";
    private const string Body = """{"email":"a@b.co","password":"Correct-Horse-9"}""";

    [Fact]
    public async Task Trying_too_often_to_be_one_user_is_refused_with_429()
    {
        await using var server = await StartAsync(("aerostack:auth:attemptsPerMinute", "3"));
        for (var attempt = 0; attempt < 3; attempt++)
            (await server.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(401);

        var reply = await server.SendAsync("POST", $"{Platform}/login", null, Body);

        reply.ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED").Headers.RetryAfter.ShouldNotBeNull();
        (await server.SendAsync("POST", $"{Platform}/login", null, Body.Replace("a@", "c@", StringComparison.Ordinal))).ShouldBe(401);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        (await server.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(401);
    }

    [Fact]
    public async Task One_recipient_gets_so_many_messages_a_minute()
    {
        await using var server = await StartAsync(("aerostack:auth:messagesPerMinute", "1"));
        (await server.SendAsync("POST", $"{Platform}/otp/send", null, """{"email":"a@b.co"}""")).ShouldBe(200);

        (await server.SendAsync("POST", $"{Platform}/otp/send", null, """{"email":"A@b.co"}""")).ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Where_addresses_must_be_verified_nobody_gets_in_before()
    {
        await using var server = await StartAsync(("aerostack:auth:requireVerification", "true"));
        var registered = (await server.SendAsync("POST", $"{Platform}/register", null, Body)).ShouldBe(200).Json;
        registered["requiresVerification"]!.GetValue<bool>().ShouldBeTrue();
        registered.ContainsKey("token").ShouldBeFalse();
        (await server.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(403).Code.ShouldBe("AUTH_EMAIL_NOT_VERIFIED");
        (await server.First.PostAsync("/v1/auth/signin", Body)).ShouldBeRefused(403, "FORBIDDEN");
        (await server.First.PostAsync("/v1/auth/signup", """{"email":"c@b.co","password":"long enough"}""")).ShouldBe(201)
            .Json["token"]!.GetValue<string>().ShouldBeEmpty();

        var messages = (await server.First.GetAsync("/v1/auth/outbox?to=a@b.co")).Json["messages"]!.AsArray();
        await server.SendAsync("GET", $"{Platform}/verify-email?token={messages[0]!["token"]}", null);

        (await server.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(200);
    }

    [Fact]
    public async Task A_password_is_hashed_again_when_the_parameters_have_changed()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await StartAsync(folder.Path, ("passwords:iterations", "1000")))
            (await before.SendAsync("POST", $"{Platform}/register", null, Body)).ShouldBe(200);

        await using var after = await StartAsync(folder.Path, ("passwords:iterations", "2000"));
        (await after.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(200);

        var stored = await after.Store.ReadAsync(
            session => Kernel.Storage.SqlSessionExtensions.QueryTextAsync(session, $"SELECT password FROM aerostack_users"), AerostackServer.Cancellation);
        stored.ShouldStartWith("$pbkdf2-sha256$i=2000$");
        (await after.SendAsync("POST", $"{Platform}/login", null, Body)).ShouldBe(200);
    }

    private static Task<AerostackServer> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    private static Task<AerostackServer> StartAsync(string? folder, params (string Key, string Value)[] settings)
    {
        var configuration = new Dictionary<string, string?> { ["passwords:iterations"] = "1000" };
        foreach (var (key, value) in settings)
            configuration[key] = value;
        return AerostackServer.StartAsync(new ServerSetup { DataDirectory = folder, Configuration = configuration });
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("trellis-aerostack-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
