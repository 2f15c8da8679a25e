using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Signing;

namespace Trellis.Server.Ascend.Tests.Signing;

/// <summary>The golden vectors of the contract's appendix A, as a server sees them.</summary>
public sealed class RequestSignatureTests
{
    private const string Timestamp = "2026-01-15T10:30:00.123456+00:00";
    private const string A1 = "v1=2081a94ee18ce7a9adb8af9547e1a46e5c2c2027d91424607246a514655976a2";
    private const string A2 = "v1=5f45f0d30650376f0034a9fd3ca743b809b619d96ca1a987fc781da1a37ff173";
    private const string A3 = "e76bc5f0a0366c13974b87108dfff4fe4f5d958caa60b185af7d47306c642e31";

    private static readonly byte[] Secret = "test_signing_secret"u8.ToArray();

    [Theory]
    [InlineData("""{"agent_id": "agent-1", "agent_name": "Agent One", "action_type": "database.query", "resource": "production_db"}""")]
    [InlineData("""{"resource":"production_db","action_type":"database.query","agent_name":"Agent One","agent_id":"agent-1"}""")]
    [InlineData("""{"action_type": "database.query", "agent_id": "agent-1", "agent_name": "Agent One", "resource": "production_db"}""")]
    public void Vector_A1_holds_in_any_order_of_members(string body) => IsOf(A1, body).ShouldBeTrue();

    [Fact]
    public void Vector_A2_holds() => IsOf(
        A2,
        """{"agent_id": "a", "agent_name": "A", "action_type": "x.y", "resource": "r", "context": {}, "action_details": {"z": 1, "t": "\u00e9\u20ac\ud83d\ude00/<>&'\"\\\n\t\u007f", "a": [true, null, 1.0, 0.1, 1e+20, 1e-07, 100000000000000000]}}""")
        .ShouldBeTrue();

    [Fact]
    public void Vector_A3_holds_for_the_bytes_as_they_came()
    {
        const string Body = """{"agent_id":"agent-1","agent_name":"Agent One","action_type":"database.query","resource":"production_db"}""";
        var headers = new HeaderDictionary { ["X-Signature"] = A3, ["X-Timestamp"] = "2026-01-15T10:30:00.123Z" };

        RequestSignature.Of(headers)!.IsOf(Secret, Encoding.UTF8.GetBytes(Body)).ShouldBeTrue();
        RequestSignature.Of(headers)!.IsOf(Secret, Encoding.UTF8.GetBytes(Body + " ")).ShouldBeFalse();
    }

    [Fact]
    public void Another_body_does_not_have_the_signature() => IsOf(A1, """{"agent_id": "agent-2"}""").ShouldBeFalse();

    [Fact]
    public void What_is_no_JSON_has_no_canonical_signature() => IsOf(A1, "{").ShouldBeFalse();

    private static bool IsOf(string signature, string body)
    {
        var headers = new HeaderDictionary { ["X-Signature"] = signature, ["X-Request-Timestamp"] = Timestamp };
        return RequestSignature.Of(headers)!.IsOf(Secret, Encoding.UTF8.GetBytes(body));
    }
}
