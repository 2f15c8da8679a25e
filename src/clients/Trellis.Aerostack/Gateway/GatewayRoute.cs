namespace Trellis.Aerostack;

/// <summary>Under which paths a client speaks to the gateway. Servers have both. Contract sections 2.2.8 and 2.3.3.</summary>
public enum GatewayRoute
{
    /// <summary>
    /// Those beside the API: <c>/api/gateway/{slug}/v1/chat/completions</c>. Errors are <see cref="AerostackGatewayException"/>, and chats
    /// carry the project's key too.
    /// </summary>
    Platform,

    /// <summary>Those of the API's description: <c>/v1/ai/gateway/{slug}/chat/completions</c>. Errors are as its other operations have them.</summary>
    Api,
}
