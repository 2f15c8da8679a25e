namespace Trellis.Server.Aerostack.Http;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>Everybody; no credential is looked at. The handler asks for its own, if it wants one.</summary>
    Anyone,

    /// <summary>Whoever has a key of a project, a browser with a public one among them.</summary>
    Project,

    /// <summary>A server with a secret key of a project. A public key is refused with 403 (contract, section 1.2).</summary>
    Secret,
}
