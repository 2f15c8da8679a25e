using Trellis.Askii;

namespace Trellis.Aot.SmokeApp;

/// <summary>A client on a script.</summary>
internal static class ScriptedClient
{
    public const string Token = "token-of-the-smoke-app";

    public static AskiiClient Over(ScriptedHandler handler, Action<AskiiClientOptions>? configure = null)
    {
        var options = new AskiiClientOptions { Token = Token };
        configure?.Invoke(options);
        return new AskiiClient(options, new HttpClient(handler));
    }
}
