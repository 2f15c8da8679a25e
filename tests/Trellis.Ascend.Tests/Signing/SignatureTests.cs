using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Signing;

public sealed class SignatureTests
{
    private const string Secret = "test_signing_secret";

    [Fact]
    public async Task Golden_vector_A1_holds_for_a_submission_byte_for_byte()
    {
        using var ascend = Signing(Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_type": "database.query", "agent_id": "agent-1", "agent_name": "Agent One", "resource": "production_db"}""");
        ascend.Transport.LastRequest.Header("X-Signature").ShouldBe("v1=2081a94ee18ce7a9adb8af9547e1a46e5c2c2027d91424607246a514655976a2");
    }

    [Fact]
    public async Task Golden_vector_A2_holds_for_the_escape_hatch_byte_for_byte()
    {
        var body = (JsonObject)JsonNode.Parse(
            """
            {"resource":"r","agent_name":"A","context":{},"action_type":"x.y","agent_id":"a",
             "action_details":{"z":1,"t":"\u00e9\u20ac\ud83d\ude00/<>&'\"\\\n\t\u007f","a":[true,null,1.0,0.1,1e20,1e-7,100000000000000000]}}
            """)!;
        using var ascend = Signing(Golden.Ok("{}"));
        await ascend.Client.RequestAsync(HttpMethod.Post, "/api/v1/actions/submit", body);
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"action_details": {"a": [true, null, 1.0, 0.1, 1e+20, 1e-07, 100000000000000000], "t": "\u00e9\u20ac\ud83d\ude00/<>&'\"\\\n\t\u007f", "z": 1}, "action_type": "x.y", "agent_id": "a", "agent_name": "A", "context": {}, "resource": "r"}""");
        ascend.Transport.LastRequest.Header("X-Signature").ShouldBe("v1=5f45f0d30650376f0034a9fd3ca743b809b619d96ca1a987fc781da1a37ff173");
    }

    [Fact]
    public async Task A_GET_is_not_signed()
    {
        using var ascend = Signing(Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("1");
        ascend.Transport.LastRequest.Header("X-Signature").ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_object_is_sent_but_not_signed()
    {
        using var ascend = Signing(Golden.Ok("{}"));
        await ascend.Client.RequestAsync(HttpMethod.Post, "/x", []);
        ascend.Transport.LastRequest.BodyText.ShouldBe("{}");
        ascend.Transport.LastRequest.Header("X-Signature").ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_signed()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Transport.LastRequest.Header("X-Signature").ShouldBeNull();
    }

    [Fact]
    public async Task Every_attempt_has_a_timestamp_and_a_signature_of_its_own()
    {
        using var ascend = Signing(Golden.Error(500), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Transport.Requests.Select(request => request.Header("X-Request-Timestamp")).Distinct().Count().ShouldBe(2);
        ascend.Transport.Requests.Select(request => request.Header("X-Signature")).Distinct().Count().ShouldBe(2);
        ascend.Transport.Requests.Select(request => request.BodyText).Distinct().Count().ShouldBe(1);
    }

    private static AscendFixture Signing(params StubAnswer[] answers) => new(
        options => options.SigningSecret = new Secret(Secret),
        new StubTransport(answers),
        new ManualTimeProvider(DateTimeOffset.Parse("2026-01-15T10:30:00.123456Z", CultureInfo.InvariantCulture)) { AutoAdvance = true });
}
