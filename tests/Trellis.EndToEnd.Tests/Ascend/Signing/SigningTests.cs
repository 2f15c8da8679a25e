using System.Security.Cryptography;
using System.Text;
using Trellis.Ascend;
using Trellis.EndToEnd.Tests.Ascend.Aliases;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Ascend.Signing;

/// <summary>What the client signs the server verifies, and nothing else passes. Contract section 1.5.</summary>
public sealed class SigningTests(SigningServer server) : IClassFixture<SigningServer>
{
    // The same object: as Python sends it, and as it signs it.
    private const string Body = """{"resource": "reports", "agent_id": "agent-1", "agent_name": "Agent \u00e9", "action_type": "report.read", "action_details": {"n": 1.0}}""";
    private const string Canonical = """{"action_details": {"n": 1.0}, "action_type": "report.read", "agent_id": "agent-1", "agent_name": "Agent \u00e9", "resource": "reports"}""";

    [Fact]
    public async Task A_signed_action_is_taken()
    {
        using var agent = Client(SigningServer.Secret);
        var decision = await agent.EvaluateActionAsync(Actions.Harmless("é €"));
        decision.Decision.ShouldBe(Decision.Allowed);
        (await agent.LogActionCompletedAsync(decision.ActionId)).LoggedLocally.ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused()
    {
        using var http = new HttpClient(new ChangingHandler("reports", "secrets"));
        using var agent = Client(SigningServer.Secret, http);
        await RefusedAsync(agent);
    }

    [Fact]
    public async Task A_request_that_comes_twice_is_refused_the_second_time()
    {
        using var http = new HttpClient(new RepeatingHandler());
        using var agent = Client(SigningServer.Secret, http);
        await RefusedAsync(agent);
    }

    [Fact]
    public async Task Another_secret_is_refused()
    {
        using var agent = Client("another secret of some length");
        await RefusedAsync(agent);
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_taken_where_one_is_required()
    {
        using var agent = Client(null);
        await RefusedAsync(agent);
    }

    [Fact]
    public async Task A_read_needs_no_signature()
    {
        using var agent = Client(null);
        (await agent.TestConnectionAsync()).Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task The_order_of_the_members_does_not_matter_as_Python_signs_them_sorted()
    {
        var python = new PythonSocket(server.Governed.Url, server.Governed.ApiKey);
        var (status, answer) = await python.SendAsync("POST", "/api/v1/actions/submit", Body, Sign);
        status.ShouldBe(200, answer.ToJsonString());
        (await python.SendAsync("POST", "/api/v1/actions/submit", Body.Replace("1.0", "2.0", StringComparison.Ordinal), Sign)).Status.ShouldBe(401);
    }

    private static string Sign(string timestamp) => "v1=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningServer.Secret), Encoding.UTF8.GetBytes($"{timestamp}.{Canonical}")));

    private static async Task RefusedAsync(AscendClient agent)
    {
        var refusal = await Should.ThrowAsync<AscendAuthenticationException>(agent.EvaluateActionAsync(Actions.Harmless()));
        refusal.ServerErrorCode.ShouldBe("INVALID_SIGNATURE");
    }

    private AscendClient Client(string? secret, HttpClient? http = null) => new(
        new AscendClientOptions
        {
            BaseUrl = server.Governed.Url,
            ApiKey = server.Governed.ApiKey,
            AgentId = "signing-agent",
            SigningSecret = secret is null ? null : new Secret(secret),
            MaxRetries = 0,
            AttemptTimeout = Patience.Long,
        },
        http);
}
