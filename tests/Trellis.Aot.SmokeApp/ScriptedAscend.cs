using Trellis.Ascend;

namespace Trellis.Aot.SmokeApp;

/// <summary>An ASCEND client on a script.</summary>
internal static class ScriptedAscend
{
    public static AscendClient Over(ScriptedHandler handler) => new(
        new AscendClientOptions
        {
            ApiKey = "owkai_live_smoke",
            AgentId = "agent-1",
            SigningSecret = new Secret("test_signing_secret"),
            PollInterval = TimeSpan.FromMilliseconds(1),
        },
        new HttpClient(handler));
}
