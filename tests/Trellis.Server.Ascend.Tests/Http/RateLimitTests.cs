using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Http;

/// <summary>How many requests a credential has, and how it is told (contract, section 6.9).</summary>
public sealed class RateLimitTests : ServerTest
{
    private const string Any = "/api/agent-activity";

    [Fact]
    public async Task Every_answer_tells_how_much_is_left_and_until_when()
    {
        var before = Server.Clock.GetUtcNow();

        for (var left = 4; left >= 0; left--)
        {
            var reply = (await First.GetAsync(Any)).ShouldBeOk();
            Header(reply, "X-RateLimit-Limit").ShouldBe(5);
            Header(reply, "X-RateLimit-Remaining").ShouldBe(left);
            Header(reply, "X-RateLimit-Window").ShouldBe(60);
            Header(reply, "X-RateLimit-Reset-After").ShouldBeInRange(1, 120);
            Header(reply, "X-RateLimit-Reset").ShouldBeInRange(before.ToUnixTimeSeconds() + 1, before.ToUnixTimeSeconds() + 120);
        }
    }

    [Fact]
    public async Task One_request_too_many_is_429_and_says_when_to_try_again()
    {
        await UseUpAsync(First.Key);

        var reply = (await First.GetAsync(Any)).ShouldBeRefused(429, ErrorCodes.RateLimit);

        Header(reply, "X-RateLimit-Remaining").ShouldBe(0);
        var wait = Header(reply, "Retry-After");
        wait.ShouldBeInRange(1, 120);
        Server.Clock.Advance(TimeSpan.FromSeconds(wait));
        (await First.GetAsync(Any)).ShouldBeOk();
    }

    [Fact]
    public async Task Each_credential_has_a_count_of_its_own()
    {
        await UseUpAsync(First.Key);

        (await First.AdminAsync("GET", Any)).ShouldBeOk();
        (await (await Server.OtherTenantAsync()).GetAsync(Any)).ShouldBeOk();
        (await First.GetAsync(Any)).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Submitting_has_a_limit_of_its_own_beside_that_of_the_credential()
    {
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();
        var second = (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();
        Header(second, "X-RateLimit-Limit").ShouldBe(2);
        Header(second, "X-RateLimit-Remaining").ShouldBe(0);

        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeRefused(429, ErrorCodes.RateLimit);

        (await First.GetAsync(Any)).ShouldBeOk();
    }

    [Theory]
    [InlineData("/api/v1/actions/evaluate")]
    [InlineData("/api/authorization/agent-action")]
    [InlineData("/api/sdk/agent-action")]
    public async Task Another_name_of_a_path_has_the_same_count(string alias)
    {
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();

        (await First.PostAsync(alias, Submissions.Harmless())).ShouldBeRefused(429, ErrorCodes.RateLimit);
    }

    [Fact]
    public async Task What_needs_no_credential_has_no_limit()
    {
        for (var i = 0; i < 10; i++)
            (await Server.SendAsync("GET", "/health", credential: null)).ShouldBeOk().Headers.Contains("X-RateLimit-Limit").ShouldBeFalse();
    }

    private protected override ValueTask<ServerSetup> SetupAsync()
    {
        var setup = new ServerSetup();
        setup.Configuration["ascend:rateLimits:key"] = "5";
        setup.Configuration["ascend:rateLimits:submit"] = "2";
        return new(setup);
    }

    private static long Header(Reply reply, string name) => long.Parse(reply.Headers.GetValues(name).Single());

    private async Task UseUpAsync(string credential)
    {
        for (var i = 0; i < 5; i++)
            (await Server.SendAsync("GET", Any, credential)).ShouldBeOk();
    }
}
