namespace Trellis.Server.Aerostack.Errors;

/// <summary>The two bodies of refusals (contract, section 3.1).</summary>
internal enum ErrorEnvelope
{
    /// <summary><c>{"code","message","details"}</c>: the surfaces A and B.</summary>
    Plain,

    /// <summary>The same and <c>"error"</c> with the message: the surface P and the gateway, whose clients show that member.</summary>
    WithError,
}
