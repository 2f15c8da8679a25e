using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Ascend.Tests.Signing;

/// <summary>Signed requests, on every engine of the store (contract, section 1.5).</summary>
public abstract class SignedRequestSuite : ServerTest
{
    private const string Secret = "test_signing_secret";
    private const string Path = "/api/governance/signing";

    [Fact]
    public async Task A_signed_request_is_accepted_in_any_order_of_members()
    {
        await ConfigureAsync();

        (await SubmitAsync("""{"resource": "s3", "agent_id": "agent-1", "action_type": "generic.read"}""")).ShouldBeOk();
    }

    [Fact]
    public async Task A_tampered_body_is_refused()
    {
        await ConfigureAsync();

        (await SubmitAsync("""{"agent_id":"agent-1","action_type":"a.b","resource":"r"}""", signed: """{"agent_id":"agent-1","action_type":"a.b","resource":"q"}"""))
            .ShouldBeRefused(401, ErrorCodes.InvalidSignature);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_timestamp_too_far_from_now_is_refused(int seconds)
    {
        await ConfigureAsync();

        (await SubmitAsync(Body, at: Server.Clock.GetUtcNow().AddSeconds(seconds))).ShouldBeRefused(401, ErrorCodes.InvalidSignature);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Five_minutes_are_allowed(int seconds)
    {
        await ConfigureAsync();

        (await SubmitAsync(Body, at: Server.Clock.GetUtcNow().AddSeconds(seconds))).ShouldBeOk();
    }

    [Fact]
    public async Task A_signature_counts_once()
    {
        await ConfigureAsync();
        var at = Server.Clock.GetUtcNow();
        (await SubmitAsync(Body, at: at)).ShouldBeOk();

        (await SubmitAsync(Body, at: at)).ShouldBeRefused(401, ErrorCodes.InvalidSignature).Detail.ShouldContain("before");
    }

    [Fact]
    public async Task An_unsigned_request_is_accepted_unless_signatures_are_required()
    {
        await ConfigureAsync();
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();

        await ConfigureAsync(require: true);
        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeRefused(401, ErrorCodes.InvalidSignature);
        (await SubmitAsync(Body)).ShouldBeOk();
    }

    [Fact]
    public async Task What_has_no_body_needs_no_signature()
    {
        await ConfigureAsync(require: true);

        (await First.GetAsync("/api/agent-activity")).ShouldBeOk();
        (await First.PostAsync("/api/agent-action/1/complete", [])).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Without_a_secret_a_signature_is_not_looked_at() => (await SubmitAsync(Body)).ShouldBeOk();

    [Fact]
    public async Task A_secret_that_the_server_makes_is_told_once()
    {
        var made = (await First.AdminAsync("PUT", Path, new() { ["generate"] = true })).ShouldBeOk();

        made.Json["secret"]!.GetValue<string>().Length.ShouldBeGreaterThan(32);
        (await First.AdminAsync("GET", Path)).ShouldBeOk().Json.ContainsKey("secret").ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_can_be_ended()
    {
        await ConfigureAsync(require: true);

        (await First.AdminAsync("DELETE", Path)).ShouldBeOk().Json["configured"]!.GetValue<bool>().ShouldBeFalse();

        (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();
    }

    [Fact]
    public async Task An_agent_s_key_may_not_change_it() =>
        (await First.PutAsync(Path, new() { ["secret"] = Secret })).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    private const string Body = """{"agent_id": "agent-1", "action_type": "generic.read", "resource": "s3"}""";

    private async Task ConfigureAsync(bool require = false) =>
        (await First.AdminAsync("PUT", Path, new JsonObject { ["secret"] = Secret, ["require_signature"] = require })).ShouldBeOk();

    private Task<Reply> SubmitAsync(string body, string? signed = null, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Server.Clock.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz");
        var canonical = CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(signed ?? body));
        byte[] signedText = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. canonical];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signedText);
        return Server.SendAsync("POST", Submissions.Path, First.Key, body, request =>
        {
            request.Headers.Add("X-Request-Timestamp", timestamp);
            request.Headers.Add("X-Signature", $"v1={Convert.ToHexStringLower(hash)}");
        });
    }
}
