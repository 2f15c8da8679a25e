using System.Text;
using Trellis.Ascend;

namespace Trellis.Aot.SmokeApp;

internal static class AscendWebhookScenario
{
    public static void Run()
    {
        const string body = """{"id":"evt_abc123","event":"action.approved","created_at":"2026-01-15T10:30:00Z","data":{"action_id":"act_123"}}""";
        var verdict = AscendWebhook.Verify(
            Encoding.UTF8.GetBytes(body),
            "sha256=2cd06604f3565b185bbe71a2c7343c3eab81d86742b4ba3a402a94bb8f260e75",
            null,
            new Secret("whsec_test"),
            "del_1",
            new WebhookVerificationOptions { AcceptBodyOnlySignature = true, ReplayGuard = new WebhookReplayGuard() });
        Expect.That(verdict == WebhookVerdict.Genuine);
    }
}
