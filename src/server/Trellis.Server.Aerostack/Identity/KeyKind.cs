namespace Trellis.Server.Aerostack.Identity;

/// <summary>What a project key opens (contract, section 1.2).</summary>
internal enum KeyKind
{
    /// <summary>For servers: everything of the project.</summary>
    Secret = 1,

    /// <summary>For browsers, where everybody can read it: what needs no secret.</summary>
    Public = 2,
}
